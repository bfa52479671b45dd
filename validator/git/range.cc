// SPDX-License-Identifier: MIT
#include "validator/git/range.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "validator/error.h"
#include "validator/git/commit_queue.h"
#include "validator/git/painted_commits.h"

namespace commitgate {
namespace {

/// How far the walk goes on, at least, when only hidden commits are left.
constexpr size_t kLeastPatience = 1024;

/// Walks from tips and hidden commits at once and paints whatever is reachable
/// from a hidden one, those that were found before they turned out to be too.
class RangeWalk {
 public:
  explicit RangeWalk(const Repository& repository) : queue_(repository) {}

  void AddTip(const ObjectId& id) {
    Forget(commits_.Paint(Meet(id, INT64_MAX), kFromTip));
  }

  void AddHidden(const ObjectId& id) {
    const uint32_t number = Meet(id, INT64_MAX);
    ends_.insert(number);
    Forget(commits_.Paint(number, kFromHidden));
  }

  void Run() {
    size_t patience = kLeastPatience;
    while (!queue_.empty() && patience > 0 &&
           commits_.waiting(kFromTip) + commits_.visited(kFromTip) > 0) {
      Visit(queue_.Pop());
      patience = commits_.waiting(kFromTip) > 0
                     ? std::max(kLeastPatience, commits_.size())
                     : patience - 1;
    }
  }

  std::vector<CommitWalk::Step> TakeFound() {
    std::vector<CommitWalk::Step> steps;
    steps.reserve(commits_.visited(kFromTip));
    for (Visited& visited : visited_)
      if (commits_.colors(visited.number) == kFromTip)
        steps.push_back(std::move(visited.step));
    return steps;
  }

 private:
  struct Visited {
    uint32_t number;
    CommitWalk::Step step;
  };

  uint32_t Meet(const ObjectId& id, int64_t date) {
    const auto [number, is_new] = commits_.Insert(id);
    if (is_new)
      queue_.Add(id, number, date);
    return number;
  }

  void Visit(CommitQueue::Entry entry) {
    if (ends_.contains(entry.number) && !entry.step.error.empty())
      throw Error(entry.step.error);
    std::vector<uint32_t> parents;
    for (const ObjectId& parent : entry.parents)
      parents.push_back(Meet(parent, entry.date));
    if (commits_.colors(entry.number) == kFromTip) {
      places_[entry.number] = visited_.size();
      visited_.push_back({entry.number, std::move(entry.step)});
    }
    Forget(commits_.Visit(entry.number, std::move(parents)));
  }

  /// Drops the objects of those that turned out to be hidden.
  void Forget(const std::vector<uint32_t>& repainted) {
    for (const uint32_t number : repainted)
      if (const auto place = places_.find(number); place != places_.end())
        visited_[place->second].step = {};
  }

  CommitQueue queue_;
  PaintedCommits commits_;
  /// The hidden ones of the list: without one, the range is another one.
  std::unordered_set<uint32_t> ends_;
  /// In order, with some that were painted later.
  std::vector<Visited> visited_;
  /// Where they are, by number.
  std::unordered_map<uint32_t, size_t> places_;
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
