// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"message-hygiene"};

bool IsClean(const Line& line) {
  return line.raw.size() == line.text.size();
}

std::optional<std::string> Apply(const Broken& broken) {
  const auto& lines = broken.message.lines;
  if (std::ranges::all_of(lines, IsClean))
    return std::nullopt;
  std::string text;
  for (const Line& line : lines)
    text.append(line.text).append("\n");
  return text;
}

}  // namespace

constinit const RepairStep kLineEnds = {
    .name = "line-ends",
    .summary = "takes blanks and carriage returns off the ends of lines",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsWords,
};

}  // namespace commitgate
