// SPDX-License-Identifier: MIT
#include "validator/git/commit_links.h"

#include <algorithm>
#include <charconv>
#include <utility>

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

std::optional<Parents> ReadParents(std::string_view object) {
  ParentLines lines = ReadParentLines(object);
  if (lines.malformed)
    return std::nullopt;
  Parents parents{{}, lines.rest};
  parents.ids.reserve(lines.count);
  while (!lines.lines.empty()) {
    const auto parent = ObjectId::FromHex(TakeParent(lines.lines));
    if (!parent)
      return std::nullopt;
    parents.ids.push_back(*parent);
  }
  return parents;
}

std::optional<CommitLinks> ReadLinks(std::string_view object) {
  auto parents = ReadParents(object);
  if (!parents)
    return std::nullopt;
  return CommitLinks{std::move(parents->ids), FindCommitterDate(parents->rest)};
}

}  // namespace commitgate
