// SPDX-License-Identifier: MIT
#include "hooks/project/subsystem_history.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "validator/error.h"
#include "validator/git/changed_paths.h"
#include "validator/git/first_parent.h"

namespace commitgate {
namespace {

/// What a title may make us keep.
constexpr size_t kMostSubsystems = 8;
constexpr size_t kMostBytes = 64;

size_t HashOf(std::string_view path) {
  return std::hash<std::string_view>()(path);
}

/// A bit for each, in a word.
uint64_t FilterOf(const std::vector<size_t>& hashes) {
  constexpr unsigned kBits = 64;
  uint64_t filter = 0;
  for (const size_t hash : hashes)
    filter |= uint64_t{1} << hash % kBits;
  return filter;
}

std::vector<size_t> Sorted(std::vector<size_t> hashes) {
  std::ranges::sort(hashes);
  return hashes;
}

std::vector<std::string> SubsystemsOf(const Title& title) {
  std::vector<std::string> subsystems;
  for (const std::string_view name : title.subsystems)
    if (!name.empty() && name.size() <= kMostBytes &&
        subsystems.size() < kMostSubsystems)
      subsystems.emplace_back(name);
  return subsystems;
}

bool HasOneOf(const std::vector<size_t>& few, const std::vector<size_t>& many) {
  return std::ranges::any_of(
      few, [&](size_t hash) { return std::ranges::binary_search(many, hash); });
}

bool HaveOneInCommon(const std::vector<size_t>& a,
                     const std::vector<size_t>& b) {
  return a.size() < b.size() ? HasOneOf(a, b) : HasOneOf(b, a);
}

using Counts = std::map<std::string, int, std::less<>>;

std::vector<Changes::Used> MostOftenFirst(const Counts& counts) {
  std::vector<Changes::Used> used;
  for (const auto& [subsystem, times] : counts)
    used.push_back({subsystem, times});
  std::ranges::stable_sort(used, std::greater<>(), &Changes::Used::times);
  return used;
}

}  // namespace

std::vector<Changes::Used> SubsystemHistory::Find(
    const Repository& repository, const ObjectId& commit,
    const std::vector<std::string>& paths, int newest) {
  std::vector<size_t> wanted;
  for (const std::string& path : paths)
    wanted.push_back(HashOf(path));
  wanted = Sorted(std::move(wanted));
  const uint64_t filter = FilterOf(wanted);
  const std::lock_guard lock(mutex_);
  Counts counts;
  Step* step = &StepOf(repository, commit);
  for (int i = 0; newest > 0 && i < kMostCommits; ++i) {
    step = Before(repository, *step);
    if (!step)
      break;
    const bool is_one =
        (step->filter & filter) != 0 && HaveOneInCommon(wanted, step->changed);
    newest -= is_one ? 1 : 0;
    if (is_one)
      for (const std::string& subsystem : step->subsystems)
        ++counts[subsystem];
  }
  return MostOftenFirst(counts);
}

/// Null where there is none.
SubsystemHistory::Step* SubsystemHistory::Before(const Repository& repository,
                                                 Step& step) {
  if (step.before || !step.parent)
    return step.before;
  const ObjectId parent = *step.parent;
  const int times_forgotten = times_forgotten_;
  Step& before = StepOf(repository, parent);
  // Otherwise `step` is gone.
  if (times_forgotten == times_forgotten_)
    step.before = &before;
  return &before;
}

SubsystemHistory::Step& SubsystemHistory::StepOf(const Repository& repository,
                                                 const ObjectId& id) {
  const auto known = steps_.find(id);
  if (known != steps_.end())
    return known->second;
  if (is_late_ && is_late_())
    throw Error(
        "looking for the subsystems of earlier commits: it takes longer than "
        "the deadline");
  if (hashes_ > most_hashes_) {
    steps_.clear();
    hashes_ = 0;
    ++times_forgotten_;
  }
  Step& step = steps_.emplace(id, Read(repository, id)).first->second;
  hashes_ += step.changed.size() + 1;
  return step;
}

SubsystemHistory::Step SubsystemHistory::Read(const Repository& repository,
                                              const ObjectId& id) {
  const Commit commit = ParseStoredCommit(id.Hex(), repository.ReadCommit(id));
  Step step;
  if (repository.IsShallowBoundary(id))
    return step;
  step.parent = FirstParent(View(commit.bytes));
  if (commit.IsMerge())
    return step;
  step.subsystems = SubsystemsOf(commit.message.title);
  if (step.subsystems.empty())
    return step;
  for (const TreeChange& change :
       ChangedPaths(repository, id, View(commit.bytes)))
    step.changed.push_back(HashOf(change.path));
  step.changed = Sorted(std::move(step.changed));
  step.filter = FilterOf(step.changed);
  return step;
}

}  // namespace commitgate
