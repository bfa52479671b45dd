// SPDX-License-Identifier: MIT
#include "validator/engine/rule.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

namespace commitgate {
namespace {

constexpr bool IsInsideCharacter(char byte) {
  return (byte & 0xc0) == 0x80;
}

/// The start of a long text, up to the end of a character.
std::string Cut(std::string text) {
  if (text.size() <= Reporter::kMaxText)
    return text;
  size_t end = Reporter::kMaxText;
  while (end > Reporter::kMaxText - 4 && IsInsideCharacter(text[end]))
    --end;
  return text.substr(0, end);
}

/// Half a suggestion would be a wrong one.
std::string OnlyShort(std::string text) {
  return text.size() <= Reporter::kMaxText ? std::move(text) : std::string();
}

}  // namespace

void Reporter::Add(Level level, Report report) {
  const Level lowered = std::min(level, level_);
  if (lowered == Level::kOff)
    return;
  if (++count_ > kMaxFindings) {
    AddMore(lowered, report.span);
    return;
  }
  verdict_.findings.push_back(
      {rule_, lowered, report.span, Cut(std::move(report.message)),
       Cut(std::move(report.found)), OnlyShort(std::move(report.suggestion))});
}

/// It is as bad as the worst that it stands for, so that the verdict is that of
/// all findings.
void Reporter::AddMore(Level level, const Span& span) {
  if (count_ == kMaxFindings + 1) {
    more_ = verdict_.findings.size();
    verdict_.findings.push_back(
        {rule_, level, span, "and more of the same", {}, {}});
  }
  Level& most = verdict_.findings[more_].level;
  most = std::max(most, level);
}

void Reporter::GiveUp(std::string_view why) {
  gave_up_ = true;
  verdict_.kind = Verdict::Kind::kError;
  if (verdict_.error.empty())
    verdict_.error = fmt::format("{}: {}", rule_, why);
}

}  // namespace commitgate
