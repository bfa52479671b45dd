// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "validator/message/printable.h"
#include "validator/report/excerpt.h"
#include "validator/report/fold.h"
#include "validator/report/words.h"
#include "validator/report/writers.h"

namespace commitgate {
namespace {

/// Bounds on what one commit can put on the screen.
constexpr size_t kMostFindings = 50;
constexpr size_t kIdCharacters = 60;
constexpr size_t kTitleCharacters = 100;
constexpr size_t kTextCharacters = 300;

constexpr size_t kAbbreviated = 12;

/// What stands in front of excerpts, and of lines that go on.
constexpr size_t kIndent = 6;

/// What is left of `width` for the text, when both of its ends are cut off.
size_t ExcerptWidth(size_t width) {
  constexpr size_t kLeast = 20;
  constexpr size_t kBoth = 2 * std::string_view("...").size();
  return std::max(width, kIndent + kBoth + kLeast) - kIndent - kBoth;
}

/// Sequences that select how a terminal shows what follows; empty without
/// color.
struct Style {
  std::string_view id;
  std::string_view title;
  std::string_view error;
  std::string_view warning;
  std::string_view culprit;
  std::string_view rule;
  std::string_view help;
  std::string_view plain;
};

constexpr Style kColored = {
    .id = "\x1b[33m",
    .title = "\x1b[1m",
    .error = "\x1b[1;31m",
    .warning = "\x1b[1;35m",
    .culprit = "\x1b[1;32m",
    .rule = "\x1b[2m",
    .help = "\x1b[36m",
    .plain = "\x1b[m",
};
constexpr Style kUncolored = {};

bool IsObjectId(std::string_view id) {
  return (id.size() == 40 || id.size() == 64) &&
         id.find_first_not_of("0123456789abcdef") == id.npos;
}

std::string ShortId(std::string_view id) {
  return IsObjectId(id) ? std::string(id.substr(0, kAbbreviated))
                        : Printable(id, kIdCharacters);
}

/// A finding about something missing points at no text.
bool HasCulprit(const Finding& finding) {
  return finding.span.length > 0 || finding.span.column > 1 ||
         !finding.found.empty();
}

const Line* FindLine(const Message& message, int number) {
  const auto line =
      std::ranges::lower_bound(message.lines, number, {}, &Line::number);
  if (line == message.lines.end() || line->number != number)
    return nullptr;
  return &*line;
}

class TextWriter : public ReportWriter {
 public:
  explicit TextWriter(const ReportOptions& options)
      : style_(options.color ? kColored : kUncolored),
        quiet_(options.quiet),
        width_(options.width) {}

  void Commit(const commitgate::Commit& commit, const Verdict& verdict,
              std::string& out) override {
    const bool is_error = verdict.kind == Verdict::Kind::kError;
    const auto shown = [this](const Finding& finding) {
      return !quiet_ || finding.level == Level::kError;
    };
    const size_t count = std::ranges::count_if(verdict.findings, shown);
    if (!is_error && count == 0)
      return;
    AppendHeader(commit, out);
    if (is_error)
      AppendError(verdict.error, out);
    size_t appended = 0;
    for (const Finding& finding : verdict.findings) {
      if (appended == kMostFindings)
        break;
      if (!shown(finding))
        continue;
      AppendFinding(finding, commit.message, out);
      ++appended;
    }
    if (count > kMostFindings)
      Append(out, "  and {} more\n", count - kMostFindings);
    out += '\n';
  }

  void End(const Summary& summary, std::string& out) override {
    if (quiet_)
      return;
    if (summary.commits == 0) {
      out += "no commits to judge\n";
      return;
    }
    Append(out, "{} commit{} judged: ", summary.commits,
           summary.commits == 1 ? "" : "s");
    std::string_view separator;
    const auto add = [&](size_t count, std::string_view what,
                         std::string_view style) {
      if (count == 0)
        return;
      Append(out, "{}{}{} {}{}", separator, style, count, what, style_.plain);
      separator = ", ";
    };
    add(summary.rejected, "rejected", style_.error);
    add(summary.warned, "with warnings", style_.warning);
    add(summary.errors, "could not be judged", style_.error);
    out += separator.empty() ? "nothing to object\n" : "\n";
  }

 private:
  template <typename... Arguments>
  static void Append(std::string& out, fmt::format_string<Arguments...> format,
                     Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out), format,
                   std::forward<Arguments>(arguments)...);
  }

  /// Breaks `line` where it is too wide.
  void AppendFolded(std::string_view line, size_t hanging,
                    std::string& out) const {
    out += width_ == 0 ? std::string(line) : Fold(line, width_, hanging);
    out += '\n';
  }

  void AppendHeader(const commitgate::Commit& commit, std::string& out) const {
    const std::string title = Printable(TitleOf(commit), kTitleCharacters);
    Append(out, "{}{}{}", style_.id, ShortId(commit.id), style_.plain);
    if (!title.empty())
      Append(out, " {}{}{}", style_.title, title, style_.plain);
    out += '\n';
  }

  void AppendError(std::string_view why, std::string& out) const {
    AppendFolded(fmt::format("  {}error:{} could not judge: {}", style_.error,
                             style_.plain, Printable(why, kTextCharacters)),
                 kIndent, out);
  }

  void AppendFinding(const Finding& finding, const Message& message,
                     std::string& out) const {
    const bool is_error = finding.level == Level::kError;
    AppendFolded(
        fmt::format("  {}:{}: {}{}:{} {} {}[{}]{}", finding.span.line,
                    finding.span.column,
                    is_error ? style_.error : style_.warning,
                    Word(finding.level), style_.plain,
                    Printable(finding.message, kTextCharacters), style_.rule,
                    Printable(finding.rule), style_.plain),
        kIndent, out);
    AppendExcerpt(finding, message, out);
    if (!finding.suggestion.empty())
      AppendFolded(
          fmt::format("      {}help:{} write '{}'", style_.help, style_.plain,
                      Printable(finding.suggestion, kTextCharacters)),
          kIndent + 2, out);
  }

  void AppendExcerpt(const Finding& finding, const Message& message,
                     std::string& out) const {
    const Line* line = FindLine(message, finding.span.line);
    if (!line || !HasCulprit(finding))
      return;
    const auto excerpt =
        width_ == 0 ? MakeExcerpt(*line, finding.span)
                    : MakeExcerpt(*line, finding.span, ExcerptWidth(width_));
    if (excerpt)
      Append(out, "      {}\n      {}{}{}\n", excerpt->line, style_.culprit,
             excerpt->pointer, style_.plain);
  }

  const Style style_;
  const bool quiet_;
  const size_t width_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeTextWriter(const ReportOptions& options) {
  return std::make_unique<TextWriter>(options);
}

}  // namespace commitgate
