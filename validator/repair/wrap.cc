// SPDX-License-Identifier: MIT
#include <algorithm>
#include <span>

#include "validator/repair/fill.h"
#include "validator/repair/kept.h"
#include "validator/repair/line_break.h"
#include "validator/repair/paragraph.h"
#include "validator/repair/rule_settings.h"
#include "validator/repair/steps.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"line-length"};

/// Narrower columns are no columns of prose.
constexpr size_t kLeastColumns = 40;

/// By index: the line is reported and is no trailer.
std::vector<bool> LongLines(const Broken& broken) {
  const Message& message = broken.message;
  std::vector<bool> is_long(message.lines.size());
  for (const Finding& finding : broken.verdict.findings) {
    const size_t at = LineIndex(message, finding);
    if (finding.rule == kRules[0] && at < is_long.size())
      is_long[at] = !message.block.Contains(at);
  }
  for (const Trailer& stray : message.stray)
    is_long[stray.first_line] = false;
  return is_long;
}

class Wrapper {
 public:
  Wrapper(const Message& message, std::vector<bool> is_long, size_t columns)
      : lines_(message.lines),
        is_long_(std::move(is_long)),
        fenced_(FencedLines(message)),
        columns_(columns) {}

  /// The paragraph with lines that fit; nothing where it stays as it is.
  std::optional<TextLines> Wrap(const Paragraph& paragraph) const;

 private:
  bool IsToBeWrapped(const Paragraph& paragraph) const;
  /// The line behind those that go on from `begin`; nothing where that is
  /// unclear.
  std::optional<size_t> EndOfRun(size_t begin, size_t end) const;
  std::optional<TextLines> Refill(size_t begin, size_t end) const;

  std::span<const Line> lines_;
  std::vector<bool> is_long_;
  std::vector<bool> fenced_;
  size_t columns_;
};

bool Wrapper::IsToBeWrapped(const Paragraph& paragraph) const {
  bool any = false;
  for (size_t i = paragraph.begin; i < paragraph.end; ++i) {
    if (fenced_[i])
      return false;
    any = any || is_long_[i];
  }
  return any && IsProse(lines_.subspan(paragraph.begin,
                                       paragraph.end - paragraph.begin));
}

std::optional<size_t> Wrapper::EndOfRun(size_t begin, size_t end) const {
  for (size_t i = begin; i + 1 < end; ++i) {
    const LineBreak why =
        WhyBroken(lines_[i].text, lines_[i + 1].text, columns_);
    if (why == LineBreak::kUnclear)
      return std::nullopt;
    if (why == LineBreak::kMeant)
      return i + 1;
  }
  return end;
}

std::optional<TextLines> Wrapper::Refill(size_t begin, size_t end) const {
  const std::string_view first = lines_[begin].text;
  const auto item = ItemIndent(first);
  const size_t text = item.value_or(IndentOf(first));
  const size_t next = begin + 1 < end ? IndentOf(lines_[begin + 1].text) : text;
  std::vector<FillWord> words;
  AddWords(first.substr(text), words);
  for (size_t i = begin + 1; i < end; ++i)
    AddWords(lines_[i].text, words);
  return Fill(words, {.first_indent = std::string(first.substr(0, text)),
                      .next_indent = std::string(next, ' '),
                      .columns = columns_});
}

std::optional<TextLines> Wrapper::Wrap(const Paragraph& paragraph) const {
  if (!IsToBeWrapped(paragraph))
    return std::nullopt;
  TextLines wrapped;
  for (size_t i = paragraph.begin; i < paragraph.end;) {
    if (!is_long_[i]) {
      wrapped.emplace_back(lines_[i++].raw);
      continue;
    }
    const auto end = EndOfRun(i, paragraph.end);
    const auto run = end ? Refill(i, *end) : std::nullopt;
    if (!run)
      return std::nullopt;
    wrapped.insert(wrapped.end(), run->begin(), run->end());
    i = *end;
  }
  return wrapped;
}

std::optional<std::string> Apply(const Broken& broken) {
  const RulePolicy* rule = FindRule(broken.policy, kRules[0]);
  const size_t columns = rule ? rule->settings.Number("max") : 0;
  if (columns < kLeastColumns)
    return std::nullopt;
  const Message& message = broken.message;
  const Wrapper wrapper(message, LongLines(broken), columns);
  TextLines lines;
  size_t copied = 0;
  const auto copy_up_to = [&](size_t end) {
    for (; copied < end; ++copied)
      lines.emplace_back(message.lines[copied].raw);
  };
  for (const Paragraph& paragraph : ParagraphsOf(message)) {
    const auto wrapped = wrapper.Wrap(paragraph);
    if (!wrapped)
      continue;
    copy_up_to(paragraph.begin);
    lines.insert(lines.end(), wrapped->begin(), wrapped->end());
    copied = paragraph.end;
  }
  copy_up_to(message.lines.size());
  return JoinLines(lines);
}

}  // namespace

constinit const RepairStep kWrap = {
    .name = "wrap",
    .summary = "breaks the lines of prose that are too long",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsWordsAndMetadata,
};

}  // namespace commitgate
