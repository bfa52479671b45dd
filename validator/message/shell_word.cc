// SPDX-License-Identifier: MIT
#include "validator/message/shell_word.h"

#include <algorithm>

#include "validator/message/ascii.h"

namespace commitgate {
namespace {

bool IsPlain(char c) {
  return IsAlphanumeric(c) ||
         std::string_view("/._-+:,@").find(c) != std::string_view::npos;
}

}  // namespace

std::string ShellWord(std::string_view text) {
  if (!text.empty() && std::ranges::all_of(text, IsPlain))
    return std::string(text);
  std::string word = "'";
  for (const char c : text)
    word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

}  // namespace commitgate
