// SPDX-License-Identifier: MIT
#include "validator/people/code_owners.h"

#include <algorithm>

#include <fmt/core.h>

#include "validator/error.h"
#include "validator/message/byte_order_mark.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"
#include "validator/people/owner_name.h"

namespace commitgate {
namespace {

using Words = std::vector<std::string_view>;

/// Where the first word of `line` ends; a blank behind a backslash ends none.
size_t EndOfWord(std::string_view line) {
  size_t end = 0;
  while (end < line.size() && !IsSpace(line[end]))
    end += line[end] == '\\' ? 2 : 1;
  return std::min(end, line.size());
}

/// The words of a line up to a comment.
Words SplitWords(std::string_view line) {
  Words words;
  for (line = Trim(line); !line.empty() && !line.starts_with('#');) {
    const size_t end = EndOfWord(line);
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
  }
  return words;
}

/// A heading of GitLab: `[Docs]`, `^[Docs][2]`.
bool IsSection(std::string_view word) {
  return word.starts_with('[') || word.starts_with("^[");
}

/// What keeps a line from being one, or empty.
std::string WhyNoLine(const Words& words) {
  if (IsSection(words[0]))
    return "sections are not supported";
  if (words[0].starts_with("\\#"))
    return "no pattern begins with '#'";
  const std::string why = WhyNoPathPattern(words[0]);
  if (!why.empty())
    return fmt::format("bad pattern '{}': {}", Printable(words[0]), why);
  for (size_t i = 1; i < words.size(); ++i)
    if (!IsOwnerName(words[i]))
      return fmt::format(
          "'{}' is no owner, wanted is '@login', '@organisation/team' or an "
          "address",
          Printable(words[i]));
  return "";
}

}  // namespace

std::vector<OwnersEntry> ReadCodeOwners(std::string_view name,
                                        std::string_view text) {
  std::vector<OwnersEntry> entries;
  for (const Line& line : SplitLines(WithoutByteOrderMark(text))) {
    const Words words = SplitWords(line.text);
    if (words.empty())
      continue;
    const std::string why = WhyNoLine(words);
    if (!why.empty())
      throw Error(fmt::format("{}:{}: {}", Printable(name), line.number, why));
    entries.push_back({.patterns = {PathPattern(words[0])},
                       .subsystems = {},
                       .owned_by = {.owners = {words.begin() + 1, words.end()},
                                    .line = line.number}});
  }
  return entries;
}

}  // namespace commitgate
