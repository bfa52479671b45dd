// SPDX-License-Identifier: MIT
#include "validator/git/commit_queue.h"

#include <algorithm>
#include <utility>

#include "validator/error.h"
#include "validator/git/commit_links.h"

namespace commitgate {
namespace {

bool ComesLater(const CommitQueue::Entry& a, const CommitQueue::Entry& b) {
  return a.date != b.date ? a.date < b.date : a.turn > b.turn;
}

void FollowLinks(const Repository& repository, CommitQueue::Entry& entry) {
  auto links = ReadLinks(View(entry.step.object));
  if (!links) {
    entry.step.error =
        "reading commit " + entry.step.id.Hex() + ": its headers are malformed";
    return;
  }
  entry.date = links->committer_date;
  if (links->parents.empty())
    return;
  entry.step.cut_off = repository.IsShallowBoundary(entry.step.id);
  if (!entry.step.cut_off)
    entry.parents = std::move(links->parents);
}

}  // namespace

void CommitQueue::Add(const ObjectId& id, uint32_t number, int64_t date) {
  Entry entry;
  entry.step.id = id;
  entry.date = date;
  entry.number = number;
  entry.turn = turns_++;
  try {
    entry.step.object = repository_->ReadCommit(id);
    FollowLinks(*repository_, entry);
  } catch (const Error& error) {
    // One commit's fault: the others can still be visited.
    entry.step.error = error.what();
  }
  heap_.push_back(std::move(entry));
  std::ranges::push_heap(heap_, ComesLater);
}

CommitQueue::Entry CommitQueue::Pop() {
  std::ranges::pop_heap(heap_, ComesLater);
  Entry entry = std::move(heap_.back());
  heap_.pop_back();
  return entry;
}

}  // namespace commitgate
