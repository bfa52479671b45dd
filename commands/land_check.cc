// SPDX-License-Identifier: MIT
#include "commands/land_check.h"

#include <fmt/core.h>

#include <string_view>

namespace commitgate {
namespace {

using Answer = LandCheck::Answer;

std::string_view Mark(Answer answer) {
  switch (answer) {
    case Answer::kYes:
      return "ok";
    case Answer::kDoubtful:
      return "warn";
    case Answer::kUnknown:
      return "?";
    case Answer::kNo:
      break;
  }
  return "no";
}

}  // namespace

std::string LinesOf(const LandCheck& check) {
  std::string text = fmt::format("{:<4}  {}: {}\n", Mark(check.answer),
                                 check.subject, check.what);
  for (const std::string& line : check.more)
    text += fmt::format("      {}\n", line);
  return text;
}

}  // namespace commitgate
