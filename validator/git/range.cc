// SPDX-License-Identifier: MIT
#include "validator/git/range.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "validator/error.h"
#include "validator/git/commit_queue.h"
#include "validator/git/id_table.h"

namespace commitgate {
namespace {

/// How far the walk goes on, at least, when only hidden commits are left.
constexpr size_t kLeastPatience = 1024;

/// Walks from tips and hidden commits at once and paints whatever is reachable
/// from a hidden one, those that were found before they turned out to be too.
class RangeWalk {
 public:
  explicit RangeWalk(const Repository& repository) : queue_(repository) {}

  void AddTip(const ObjectId& id) { Meet(id, INT64_MAX); }

  void AddHidden(const ObjectId& id) {
    const uint32_t number = Meet(id, INT64_MAX);
    nodes_[number].is_end = true;
    Paint(number);
  }

  void Run() {
    size_t patience = kLeastPatience;
    while (!queue_.empty() && (waiting_ > 0 || found_ > 0) && patience > 0) {
      Visit(queue_.Pop());
      patience =
          waiting_ > 0 ? std::max(kLeastPatience, ids_.size()) : patience - 1;
    }
  }

  std::vector<CommitWalk::Step> TakeFound() {
    std::erase_if(visited_, [this](const Visited& visited) {
      return nodes_[visited.number].hidden;
    });
    std::vector<CommitWalk::Step> steps;
    steps.reserve(visited_.size());
    for (Visited& visited : visited_)
      steps.push_back(std::move(visited.step));
    return steps;
  }

 private:
  struct Node {
    bool hidden = false;
    /// An end of the range: without it, the range is another one.
    bool is_end = false;
    bool visited = false;
    /// The place in `visited_`, of one that was not hidden when visited.
    size_t place = 0;
    /// Known once it was visited.
    std::vector<uint32_t> parents;
  };

  struct Visited {
    uint32_t number;
    CommitWalk::Step step;
  };

  uint32_t Meet(const ObjectId& id, int64_t date) {
    const auto [number, is_new] = ids_.Insert(id);
    if (!is_new)
      return number;
    nodes_.emplace_back();
    ++waiting_;
    queue_.Add(id, number, date);
    return number;
  }

  void Visit(CommitQueue::Entry entry) {
    std::vector<uint32_t> parents;
    for (const ObjectId& parent : entry.parents)
      parents.push_back(Meet(parent, entry.date));
    Node& node = nodes_[entry.number];
    if (node.is_end && !entry.step.error.empty())
      throw Error(entry.step.error);
    node.visited = true;
    node.parents = std::move(parents);
    if (node.hidden) {
      for (const uint32_t parent : node.parents)
        Paint(parent);
      return;
    }
    --waiting_;
    ++found_;
    node.place = visited_.size();
    visited_.push_back({entry.number, std::move(entry.step)});
  }

  void Paint(uint32_t start) {
    std::vector<uint32_t> numbers{start};
    while (!numbers.empty()) {
      Node& node = nodes_[numbers.back()];
      numbers.pop_back();
      if (node.hidden)
        continue;
      Hide(node);
      numbers.insert(numbers.end(), node.parents.begin(), node.parents.end());
    }
  }

  void Hide(Node& node) {
    node.hidden = true;
    if (!node.visited) {
      --waiting_;
      return;
    }
    --found_;
    visited_[node.place].step = {};
  }

  CommitQueue queue_;
  IdTable ids_;
  /// By number.
  std::vector<Node> nodes_;
  /// In order, with some that were painted later.
  std::vector<Visited> visited_;
  /// How many that are not hidden are in the queue, and in `visited_`.
  size_t waiting_ = 0;
  size_t found_ = 0;
};

}  // namespace

std::vector<CommitWalk::Step> CollectRange(
    const Repository& repository, const std::vector<ObjectId>& tips,
    const std::vector<ObjectId>& hidden) {
  RangeWalk walk(repository);
  for (const ObjectId& id : tips)
    walk.AddTip(id);
  for (const ObjectId& id : hidden)
    walk.AddHidden(id);
  walk.Run();
  return walk.TakeFound();
}

}  // namespace commitgate
