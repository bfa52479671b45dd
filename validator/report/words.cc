// SPDX-License-Identifier: MIT
#include "validator/report/words.h"

namespace commitgate {

std::string_view Word(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::kPass:
      return "pass";
    case Verdict::Kind::kWarn:
      return "warn";
    case Verdict::Kind::kFail:
      return "fail";
    case Verdict::Kind::kError:
      break;
  }
  return "error";
}

std::string_view TitleOf(const Commit& commit) {
  const auto& lines = commit.message.lines;
  return lines.empty() ? std::string_view() : lines.front().text;
}

}  // namespace commitgate
