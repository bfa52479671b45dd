// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "tests/rules/intended_differences.h"

namespace commitgate::testing {
namespace {

/// A line that only one of the two programs finds too long.
struct LongLine {
  const Message& message;
  size_t index;

  const Line& line() const { return message.lines[index]; }
  std::string_view text() const { return line().text; }
};

bool HasIndex(const std::vector<Trailer>& trailers, size_t index) {
  return std::ranges::any_of(trailers, [index](const Trailer& trailer) {
    return index >= trailer.first_line &&
           index < trailer.first_line + trailer.line_count;
  });
}

bool IsTrailer(const LongLine& it) {
  return HasIndex(it.message.block.trailers, it.index);
}

bool HasUrl(const LongLine& it) {
  return Matches("https?://", it.text());
}

// Why we accept a line that they do not.

bool IsQuoted(const LongLine& it) {
  return it.text().starts_with('>');
}

/// No blank behind the twelfth column, or a trailer that ends with a URL.
bool IsUnbreakable(const LongLine& it) {
  return Matches(R"(^.{0,11} ?[^ ]*$|://[^ ]*$)", it.text());
}

bool IsStray(const LongLine& it) {
  return HasIndex(it.message.stray, it.index);
}

bool IsTrailerWithin120(const LongLine& it) {
  return IsTrailer(it) && Utf16Units(it.text()) <= 120;
}

// Why they accept a line that we do not.

bool IsExcusedByUrl(const LongLine& it) {
  constexpr const char* kBlankBehindLimit = "^.{72} *[^ ]+ ";
  constexpr const char* kEndsWithUrl = "://[^ ]*$";
  return HasUrl(it) && (Matches(kBlankBehindLimit, it.text()) ||
                        !Matches(kEndsWithUrl, it.text()));
}

bool IsWide(const LongLine& it) {
  return Utf16Units(it.text()) < Columns(it.text());
}

bool IsSecondLine(const LongLine& it) {
  return it.index == 1;
}

bool IsProseInBlock(const LongLine& it) {
  return it.message.block.Contains(it.index) && !IsTrailer(it);
}

using Reason = bool (*)(const LongLine&);

constexpr Reason kWhyAccepted[] = {IsQuoted, IsUnbreakable, IsStray,
                                   IsTrailerWithin120};
constexpr Reason kWhyRejected[] = {IsExcusedByUrl, IsWide, IsSecondLine,
                                   IsProseInBlock};

std::vector<LongLine> OurLines(const Disagreement& it) {
  std::vector<LongLine> lines;
  const auto& all = it.message().lines;
  for (const Finding& finding : it.verdict.findings) {
    if (finding.rule != "line-length")
      continue;
    const size_t index = finding.span.line - all.front().number;
    lines.push_back({it.message(), index});
  }
  return lines;
}

/// Their limit for a line; nothing where it has none.
std::optional<size_t> TheirLimit(const LongLine& it) {
  const bool is_free = ExpandTabs(it.text()).starts_with("    ") || HasUrl(it);
  // Right under the title only what looks like a trailer is measured.
  if (is_free || it.index == 1)
    return ParseTrailerLine(it.text()) ? std::optional(120) : std::nullopt;
  return 72;
}

/// As core-validate-commit finds them, or a few more.
std::vector<LongLine> TheirLines(const Message& message) {
  std::vector<LongLine> lines;
  for (size_t i = 1; i < message.lines.size(); ++i) {
    const LongLine line = {message, i};
    const auto limit = TheirLimit(line);
    if (limit && Utf16Units(ExpandTabs(line.text())) > *limit)
      lines.push_back(line);
  }
  return lines;
}

/// Whether `reason` explains one of `lines`, and all of them are explained.
bool Explains(Reason reason, std::span<const Reason> reasons,
              const std::vector<LongLine>& lines) {
  const auto is_explained = [reasons](const LongLine& line) {
    return std::ranges::any_of(reasons,
                               [&](Reason known) { return known(line); });
  };
  return std::ranges::any_of(lines, reason) &&
         std::ranges::all_of(lines, is_explained);
}

template <Reason kReason>
bool Accepted(const Disagreement& it) {
  return it.IsTheirs("line-length") &&
         Explains(kReason, kWhyAccepted, TheirLines(it.message()));
}

template <Reason kReason>
bool Rejected(const Disagreement& it) {
  return it.IsOurs("line-length") &&
         Explains(kReason, kWhyRejected, OurLines(it));
}

constexpr Difference kDifferences[] = {
    {"one trailer block, so that all trailers have 120 columns",
     Accepted<IsTrailerWithin120>},
    {"quotes with > are free", Accepted<IsQuoted>},
    {"unbreakable lines are free, trailers too", Accepted<IsUnbreakable>},
    {"metadata outside git's block may be as long as trailers",
     Accepted<IsStray>},
    {"prose inside the block is measured", Rejected<IsProseInBlock>},
    {"a URL excuses a long line only where it sticks out",
     Rejected<IsExcusedByUrl>},
    {"lines measured in columns", Rejected<IsWide>},
    {"a second line that is not blank is measured", Rejected<IsSecondLine>},
};

}  // namespace

std::span<const Difference> LineDifferences() {
  return kDifferences;
}

}  // namespace commitgate::testing
