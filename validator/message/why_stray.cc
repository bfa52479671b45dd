// SPDX-License-Identifier: MIT
#include "validator/message/why_stray.h"

#include <fmt/core.h>

#include <algorithm>

namespace commitgate {
namespace {

/// What keeps the start of `line` from being a key, in quotes.
std::string OddCharacter(std::string_view line) {
  const auto odd = std::ranges::find_if_not(line, IsTrailerKeyCharacter);
  if (odd == line.end() || *odd < ' ' || *odd > '~')
    return "an odd character";
  return fmt::format("a '{}'", *odd);
}

}  // namespace

const Trailer* FirstStray(const Message& message, std::string_view key) {
  const auto found =
      std::ranges::find_if(message.stray, [key](const Trailer& trailer) {
        return EqualsIgnoringCase(trailer.key, key);
      });
  return found == message.stray.end() ? nullptr : &*found;
}

std::string WhyStray(const Message& message, const Trailer& stray) {
  const NoTrailer no =
      WhyNoTrailer(message.lines, message.block, stray.first_line);
  const int line = message.lines[no.culprit].number;
  switch (no.why) {
    case NoTrailer::Why::kBlankLine:
      return fmt::format(
          "line {} is blank and {}", line,
          message.block.trailers.empty() ? "text follows it" : "splits it");
    case NoTrailer::Why::kProse:
      return fmt::format("line {} is prose", line);
    case NoTrailer::Why::kBadKey:
      return fmt::format("line {} has {} in its key", line,
                         OddCharacter(message.lines[no.culprit].text));
    case NoTrailer::Why::kTitle:
      return "no blank line parts it from the title";
    case NoTrailer::Why::kCutOff:
      return fmt::format("git ignores line {} and what follows it", line);
  }
  return "";
}

}  // namespace commitgate
