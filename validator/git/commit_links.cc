// SPDX-License-Identifier: MIT
#include "validator/git/commit_links.h"

#include <algorithm>
#include <charconv>

namespace commitgate {
namespace {

/// Takes a line, without its line feed, off the front of `rest`.
std::string_view TakeLine(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

/// The id in a `<header> <id>` line.
std::optional<ObjectId> ParseIdLine(std::string_view line,
                                    std::string_view header) {
  return ObjectId::FromHex(line.substr(header.size()));
}

int64_t ParseDate(std::string_view committer) {
  std::string_view date = committer.substr(committer.rfind('>') + 1);
  date.remove_prefix(std::min(date.find_first_not_of(" \t"), date.size()));
  int64_t seconds = 0;
  const auto [_, error] =
      std::from_chars(date.data(), date.data() + date.size(), seconds);
  return error == std::errc::result_out_of_range ? INT64_MAX : seconds;
}

int64_t FindCommitterDate(std::string_view headers) {
  while (!headers.empty()) {
    const std::string_view line = TakeLine(headers);
    if (line.empty())
      return 0;
    if (line.starts_with("committer "))
      return ParseDate(line);
  }
  return 0;
}

}  // namespace

std::optional<CommitLinks> ReadLinks(std::string_view object) {
  constexpr std::string_view kTree = "tree ";
  constexpr std::string_view kParent = "parent ";
  CommitLinks links;
  const std::string_view first = TakeLine(object);
  if (!first.starts_with(kTree) || !ParseIdLine(first, kTree))
    return std::nullopt;
  while (object.starts_with(kParent)) {
    const auto parent = ParseIdLine(TakeLine(object), kParent);
    if (!parent)
      return std::nullopt;
    links.parents.push_back(*parent);
  }
  links.committer_date = FindCommitterDate(object);
  return links;
}

}  // namespace commitgate
