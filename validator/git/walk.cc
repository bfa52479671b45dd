// SPDX-License-Identifier: MIT
#include "validator/git/walk.h"

#include <cstdint>
#include <utility>

#include "validator/git/commit_queue.h"
#include "validator/git/id_table.h"
#include "validator/git/range.h"

namespace commitgate {

struct CommitWalk::State {
  explicit State(const Repository& repository) : queue(repository) {}

  void Meet(const ObjectId& id, int64_t date) {
    const auto [number, is_new] = ids.Insert(id);
    if (is_new)
      queue.Add(id, number, date);
  }

  std::optional<Step> NextOfRange() {
    if (handed_on == range.size())
      return std::nullopt;
    return std::move(range[handed_on++]);
  }

  std::optional<Step> NextOfQueue() {
    if (queue.empty())
      return std::nullopt;
    CommitQueue::Entry entry = queue.Pop();
    for (const ObjectId& parent : entry.parents)
      Meet(parent, entry.date);
    return std::move(entry.step);
  }

  CommitQueue queue;
  IdTable ids;

  /// With hidden commits: all steps, of which so many are gone.
  std::vector<Step> range;
  size_t handed_on = 0;
};

CommitWalk::CommitWalk(const Repository& repository,
                       const std::vector<ObjectId>& tips,
                       const std::vector<ObjectId>& hidden)
    : state_(std::make_unique<State>(repository)) {
  if (!hidden.empty()) {
    state_->range = CollectRange(repository, tips, hidden);
    return;
  }
  for (const ObjectId& id : tips)
    state_->Meet(id, INT64_MAX);
}

CommitWalk::~CommitWalk() = default;
CommitWalk::CommitWalk(CommitWalk&&) noexcept = default;
CommitWalk& CommitWalk::operator=(CommitWalk&&) noexcept = default;

std::optional<CommitWalk::Step> CommitWalk::Next() {
  return state_->queue.empty() ? state_->NextOfRange() : state_->NextOfQueue();
}

}  // namespace commitgate
