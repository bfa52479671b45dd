// SPDX-License-Identifier: MIT
#include "commands/storable.h"

#include <fmt/core.h>

#include "validator/error.h"
#include "validator/message/charset.h"

namespace commitgate {
namespace {

/// Whether `text`, which is UTF-8, has U+FDD0 to U+FDEF, U+FFFE or U+FFFF:
/// well-formed, but not to git.
bool HasNoncharacter(std::string_view text) {
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] != '\xEF')
      continue;
    const auto last = static_cast<unsigned char>(text[i + 2]);
    if (text[i + 1] == '\xB7' && last >= 0x90 && last <= 0xAF)
      return true;
    if (text[i + 1] == '\xBF' && last >= 0xBE)
      return true;
  }
  return false;
}

}  // namespace

void RequireStorable(std::string_view message, std::string_view doing) {
  if (message.find('\0') != message.npos)
    throw Error(fmt::format(
        "{}: the message has a NUL, which git stores in none", doing));
  if (!IsUtf8(message) || HasNoncharacter(message))
    throw Error(
        fmt::format("{}: the message is not in UTF-8, so that git would store "
                    "other bytes",
                    doing));
}

}  // namespace commitgate
