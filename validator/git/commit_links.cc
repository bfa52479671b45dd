// SPDX-License-Identifier: MIT
#include "validator/git/commit_links.h"

#include <algorithm>
#include <charconv>

#include "validator/message/parent_lines.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

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
  ParentLines parents = ReadParentLines(object);
  if (parents.malformed)
    return std::nullopt;
  CommitLinks links;
  links.parents.reserve(parents.count);
  while (!parents.lines.empty()) {
    const auto parent = ObjectId::FromHex(TakeParent(parents.lines));
    if (!parent)
      return std::nullopt;
    links.parents.push_back(*parent);
  }
  links.committer_date = FindCommitterDate(parents.rest);
  return links;
}

}  // namespace commitgate
