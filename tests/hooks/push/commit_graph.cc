// SPDX-License-Identifier: MIT
#include "tests/hooks/push/commit_graph.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace commitgate::testing {

CommitGraph::CommitGraph() {
  Add("c0", {});
}

void CommitGraph::Add(const std::string& name,
                      const std::vector<std::string>& parents,
                      const std::string& tree, bool is_well_made) {
  const size_t number = names_.size();
  if (number == CommitSet().size())
    throw std::length_error("too many commits");
  numbers_[name] = number;
  names_.push_back(name);
  parents_.push_back(parents.size());
  CommitSet reach;
  reach.set(number);
  for (const std::string& parent : parents)
    reach |= reach_[NumberOf(parent)];
  reach_.push_back(reach);
  trees_.push_back(tree.empty() ? "tree-of-" + name : tree);
  well_made_.push_back(is_well_made);
}

size_t CommitGraph::NumberOf(const std::string& name) const {
  return numbers_.at(name);
}

CommitSet CommitGraph::Reach(const std::optional<std::string>& name) const {
  return name ? reach_[NumberOf(*name)] : CommitSet();
}

std::vector<size_t> CommitGraph::Members(const CommitSet& set) const {
  std::vector<size_t> members;
  for (size_t i = 0; i < names_.size(); ++i)
    if (set[i])
      members.push_back(i);
  std::ranges::stable_sort(members, {},
                           [this](size_t i) { return reach_[i].count(); });
  return members;
}

ObjectId CommitGraph::IdOf(size_t number) {
  ObjectId id;
  id.bytes.fill(0xc0);
  id.bytes[0] = static_cast<unsigned char>(number);
  return id;
}

ObjectId CommitGraph::IdOf(const std::string& name) const {
  return IdOf(NumberOf(name));
}

std::optional<ObjectId> CommitGraph::IdOfAny(
    const std::optional<std::string>& name) const {
  return name ? std::optional(IdOf(*name)) : std::nullopt;
}

size_t CommitGraph::NumberOf(const ObjectId& id) const {
  if (id.bytes[1] != 0xc0 || id.bytes[0] >= names_.size())
    throw std::out_of_range("no commit of this history");
  return id.bytes[0];
}

}  // namespace commitgate::testing
