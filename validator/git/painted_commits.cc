// SPDX-License-Identifier: MIT
#include "validator/git/painted_commits.h"

#include <utility>

namespace commitgate {

IdTable::Place PaintedCommits::Insert(const ObjectId& id) {
  const IdTable::Place place = ids_.Insert(id);
  if (place.is_new) {
    nodes_.emplace_back();
    ++waiting_[0];
  }
  return place;
}

std::vector<uint32_t> PaintedCommits::Paint(uint32_t number, Colors colors) {
  std::vector<uint32_t> repainted;
  std::vector<uint32_t> left{number};
  while (!left.empty()) {
    const uint32_t next = left.back();
    left.pop_back();
    Node& node = nodes_[next];
    if ((node.colors | colors) == node.colors)
      continue;
    Counts& counts = node.visited ? visited_ : waiting_;
    --counts[node.colors];
    node.colors |= colors;
    ++counts[node.colors];
    if (node.visited)
      repainted.push_back(next);
    left.insert(left.end(), node.parents.begin(), node.parents.end());
  }
  return repainted;
}

std::vector<uint32_t> PaintedCommits::Visit(uint32_t number,
                                            std::vector<uint32_t> parents) {
  Node& node = nodes_[number];
  node.visited = true;
  node.parents = std::move(parents);
  --waiting_[node.colors];
  ++visited_[node.colors];
  std::vector<uint32_t> repainted;
  for (const uint32_t parent : node.parents) {
    const auto more = Paint(parent, node.colors);
    repainted.insert(repainted.end(), more.begin(), more.end());
  }
  return repainted;
}

}  // namespace commitgate
