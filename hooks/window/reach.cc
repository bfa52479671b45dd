// SPDX-License-Identifier: MIT
#include "hooks/window/reach.h"

#include <algorithm>
#include <unordered_set>

namespace commitgate {
namespace {

/// Commits that no tip reaches, and so none reaches what leads to them.
class Unreached {
 public:
  explicit Unreached(const CommitHistory& commits) : commits_(commits) {}

  void Add(const ObjectId& commit) {
    lowest_.push_back(commit);
    latest_ = commit;
  }

  /// Whether `commit` leads to one of them; adds it then.
  bool TakeIfAbove(const ObjectId& commit) {
    if (!latest_ || (!Leads(commit, *latest_) && !LeadsToLowest(commit)))
      return false;
    latest_ = commit;
    return true;
  }

 private:
  bool Leads(const ObjectId& from, const ObjectId& to) const {
    return IsReached(commits_, to, {from});
  }

  bool LeadsToLowest(const ObjectId& commit) const {
    return std::ranges::any_of(
        lowest_, [&](const ObjectId& lowest) { return Leads(commit, lowest); });
  }

  const CommitHistory& commits_;
  std::vector<ObjectId> lowest_;
  /// Asked first: in most histories it is the parent of the next.
  std::optional<ObjectId> latest_;
};

}  // namespace

bool IsReached(const CommitHistory& commits, const ObjectId& commit,
               const std::vector<ObjectId>& tips) {
  return commits.Difference(commit, tips).empty();
}

std::vector<ObjectId> Reached(const CommitHistory& commits,
                              const std::vector<ObjectId>& some,
                              const std::vector<ObjectId>& tips) {
  std::vector<ObjectId> reached;
  Unreached unreached(commits);
  for (const ObjectId& commit : some) {
    if (unreached.TakeIfAbove(commit))
      continue;
    if (IsReached(commits, commit, tips))
      reached.push_back(commit);
    else
      unreached.Add(commit);
  }
  return reached;
}

std::vector<ObjectId> Missing(const CommitHistory& commits,
                              const std::optional<ObjectId>& tip,
                              const std::vector<ObjectId>& hidden) {
  std::vector<ObjectId> missing = commits.Difference(tip, hidden);
  // The tip itself is there only if it is missing.
  if (missing.size() <= 1 || hidden.empty())
    return missing;
  const std::vector<ObjectId> reached = Reached(commits, missing, hidden);
  const std::unordered_set<ObjectId> known(reached.begin(), reached.end());
  std::erase_if(missing,
                [&](const ObjectId& commit) { return known.contains(commit); });
  return missing;
}

std::vector<ObjectId> Missing(const CommitHistory& commits,
                              const std::optional<ObjectId>& tip,
                              const std::optional<ObjectId>& hidden) {
  std::vector<ObjectId> all;
  if (hidden)
    all.push_back(*hidden);
  return Missing(commits, tip, all);
}

}  // namespace commitgate
