// SPDX-License-Identifier: MIT
#include "validator/engine/rule.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

namespace commitgate {

void Reporter::Add(Level level, Report report) {
  const Level lowered = std::min(level, level_);
  if (lowered == Level::kOff)
    return;
  verdict_.findings.push_back(
      {rule_, lowered, report.span, std::move(report.message),
       std::move(report.found), std::move(report.suggestion)});
}

void Reporter::GiveUp(std::string_view why) {
  verdict_.kind = Verdict::Kind::kError;
  if (verdict_.error.empty())
    verdict_.error = fmt::format("{}: {}", rule_, why);
}

}  // namespace commitgate
