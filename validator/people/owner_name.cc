// SPDX-License-Identifier: MIT
#include "validator/people/owner_name.h"

#include <algorithm>

#include "validator/message/text.h"

namespace commitgate {
namespace {

bool IsWord(std::string_view text) {
  constexpr std::string_view kOthers = "-_.";
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return IsAlphanumeric(c) || kOthers.find(c) != kOthers.npos;
  });
}

/// Of a text that begins with no `@`.
bool IsAddress(std::string_view text) {
  const size_t at = text.find('@');
  return at < text.size() - 1 && text.find('@', at + 1) == text.npos &&
         text.find_first_of("<>") == text.npos &&
         std::ranges::none_of(text, IsSpace);
}

}  // namespace

bool IsOwnerName(std::string_view text) {
  if (!text.starts_with('@'))
    return IsAddress(text);
  text.remove_prefix(1);
  const size_t slash = std::min(text.find('/'), text.size());
  const bool has_team = slash < text.size();
  return IsWord(text.substr(0, slash)) &&
         (!has_team || IsWord(text.substr(slash + 1)));
}

}  // namespace commitgate
