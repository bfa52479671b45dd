// SPDX-License-Identifier: MIT
#include "hooks/push/counterparts.h"

#include <utility>

#include "hooks/push/pull_request.h"
#include "hooks/push/wording.h"

namespace commitgate {

std::vector<std::string> TitledPullRequestsOf(const Message& message) {
  std::vector<std::string> keys = PullRequestsOf(message);
  for (std::string& key : keys)
    key.append(1, '\n').append(message.title.line.text);
  return keys;
}

void Counterparts::Want(const ObjectId& id, const Commit& commit) {
  const std::vector<std::string> keys = keys_of_(commit.message);
  for (const std::string& key : keys)
    having_[key].push_back(wanted_.size());
  wanted_.push_back({DescribeCommit(id, commit)});
  ++missing_;
  if (keys.empty())
    ++keyless_;
}

void Counterparts::Found(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    const auto having = having_.extract(key);
    if (!having)
      continue;
    for (const size_t i : having.mapped())
      if (!std::exchange(wanted_[i].is_found, true))
        --missing_;
  }
}

std::vector<std::string> Counterparts::Keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, who] : having_)
    keys.push_back(key);
  return keys;
}

std::vector<std::string> Counterparts::Descriptions() const {
  std::vector<std::string> descriptions;
  for (const Wanted& one : wanted_)
    if (!one.is_found)
      descriptions.push_back(one.description);
  return IndentedList(descriptions);
}

}  // namespace commitgate
