// SPDX-License-Identifier: MIT
#include "hooks/push/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr size_t kAbbreviated = 12;
constexpr size_t kRefCharacters = 200;
constexpr size_t kTitleCharacters = 50;
constexpr size_t kMostLines = 20;

}  // namespace

std::string ShortId(const ObjectId& id) {
  return id.Hex().substr(0, kAbbreviated);
}

std::string QuotedRef(std::string_view ref) {
  return fmt::format("'{}'", Printable(ref, kRefCharacters));
}

std::string Counted(size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string Listed(const std::vector<std::string>& items, size_t most) {
  const auto shown = std::span(items).first(std::min(items.size(), most));
  std::string list = fmt::format("{}", fmt::join(shown, ", "));
  if (items.size() > most)
    list += fmt::format(" and {} more", items.size() - most);
  return list;
}

std::string DescribeCommit(const ObjectId& id, const Commit& commit) {
  const auto& lines = commit.message.lines;
  if (lines.empty())
    return ShortId(id);
  return ShortId(id) + ' ' + Printable(lines.front().text, kTitleCharacters);
}

std::vector<std::string> IndentedList(const std::vector<std::string>& items) {
  std::vector<std::string> lines;
  for (const std::string& item : items) {
    if (lines.size() == kMostLines) {
      lines.push_back(fmt::format("  and {} more", items.size() - kMostLines));
      break;
    }
    lines.push_back("  " + item);
  }
  return lines;
}

}  // namespace commitgate
