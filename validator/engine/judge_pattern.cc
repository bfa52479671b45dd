// SPDX-License-Identifier: MIT
#include "validator/engine/judge_pattern.h"

#include <algorithm>
#include <span>

#include <fmt/core.h>

namespace commitgate {
namespace {

/// Each search is limited; so must be their number.  Real messages have some
/// twenty trailers.
constexpr size_t kMaxTrailers = 1'000;

/// What `pattern` objects to in `text`: the part that must not be there, or the
/// whole of a text that does not match.
std::optional<std::string_view> Objection(const PatternRule& pattern,
                                          std::string_view text,
                                          Reporter& reporter) {
  const Pattern::Result result = pattern.pattern.Search(text);
  if (result.outcome == Pattern::Outcome::kGaveUp) {
    reporter.GiveUp(result.reason);
    return std::nullopt;
  }
  const bool matches = result.outcome == Pattern::Outcome::kMatch;
  if (matches == pattern.require)
    return std::nullopt;
  return matches ? result.match : text;
}

void Report(const PatternRule& pattern, const Span& span,
            std::string_view found, Reporter& reporter) {
  reporter.Error({span, pattern.message, std::string(found)});
}

std::string_view FirstLine(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

/// The place of the `length` bytes at `offset` of the joined `lines`, all of
/// them in one line.
Span SpanAt(std::span<const Line> lines, size_t offset, size_t length) {
  while (offset > lines.front().text.size()) {
    offset -= lines.front().text.size() + 1;
    lines = lines.subspan(1);
  }
  return SpanOf(lines.front(), lines.front().text.substr(offset, length));
}

}  // namespace

std::string MailboxOf(const Signature& signature) {
  std::string mailbox(signature.name);
  return mailbox.append(" <").append(signature.email).append(">");
}

void PatternJudge::Judge(const PatternRule& pattern, Reporter& reporter) {
  using Target = PatternRule::Target;
  switch (pattern.target) {
    case Target::kTitle:
      return JudgeTitle(pattern, reporter);
    case Target::kBody:
      return JudgeLines(pattern, 1, reporter);
    case Target::kMessage:
      return JudgeLines(pattern, 0, reporter);
    case Target::kTrailer:
      return JudgeTrailers(pattern, reporter);
    case Target::kAuthor:
      return JudgePerson(pattern, commit_.author, reporter);
    case Target::kCommitter:
      return JudgePerson(pattern, commit_.committer, reporter);
  }
}

void PatternJudge::JudgeTitle(const PatternRule& pattern,
                              Reporter& reporter) const {
  const Message& message = commit_.message;
  const Line& line =
      message.IsEmpty() ? message.title.line : message.lines.front();
  if (const auto part = Objection(pattern, line.text, reporter))
    Report(pattern, SpanOf(line, *part), *part, reporter);
}

void PatternJudge::JudgeLines(const PatternRule& pattern, size_t first,
                              Reporter& reporter) {
  const std::span<const Line> lines = commit_.message.lines;
  const std::string_view text = TextFrom(first);
  const auto part = Objection(pattern, text, reporter);
  if (!part)
    return;
  if (pattern.require || lines.size() <= first) {
    Report(pattern, {}, {}, reporter);
    return;
  }
  const std::string_view found = FirstLine(*part);
  const size_t offset = part->data() - text.data();
  Report(pattern, SpanAt(lines.subspan(first), offset, found.size()), found,
         reporter);
}

void PatternJudge::JudgeTrailers(const PatternRule& pattern,
                                 Reporter& reporter) const {
  const auto trailers = commit_.message.Metadata(pattern.trailer);
  if (trailers.size() > kMaxTrailers) {
    reporter.GiveUp(fmt::format("{} trailers are too many, limit is {}",
                                trailers.size(), kMaxTrailers));
    return;
  }
  for (const Trailer* const trailer : trailers) {
    if (const auto part = Objection(pattern, trailer->value, reporter))
      Report(pattern, commit_.message.SpanOf(*trailer, *part), *part, reporter);
    if (reporter.gave_up())
      return;
  }
  if (pattern.require && trailers.empty())
    Report(pattern, {}, {}, reporter);
}

void PatternJudge::JudgePerson(const PatternRule& pattern,
                               const std::optional<Signature>& person,
                               Reporter& reporter) const {
  if (!person) {
    if (pattern.require)
      Report(pattern, {}, {}, reporter);
    return;
  }
  const std::string mailbox = MailboxOf(*person);
  if (const auto part = Objection(pattern, mailbox, reporter))
    Report(pattern, {}, FirstLine(*part), reporter);
}

std::string_view PatternJudge::TextFrom(size_t first) {
  const std::span<const Line> lines = commit_.message.lines;
  if (!text_) {
    text_.emplace();
    for (const Line& line : lines)
      text_->append(line.text).push_back('\n');
  }
  size_t begin = 0;
  for (const Line& line : lines.first(std::min(first, lines.size())))
    begin += line.text.size() + 1;
  std::string_view text = std::string_view(*text_).substr(begin);
  if (!text.empty())
    text.remove_suffix(1);
  return text;
}

}  // namespace commitgate
