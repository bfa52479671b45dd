// SPDX-License-Identifier: MIT
#include "hooks/push/commit_budget.h"

#include <algorithm>
#include <utility>

namespace commitgate {

bool CommitBudget::Fits(const Commits& commits) {
  if (CountedWith(commits) + at_most_later_ <= most_)
    return true;
  at_most_later_ = 0;
  for (const auto& find : std::exchange(later_, {}))
    Count(find());
  return CountedWith(commits) <= most_;
}

void CommitBudget::Count(const Commits& commits) {
  counted_.insert(commits.begin(), commits.end());
}

void CommitBudget::CountLater(size_t at_most, std::function<Commits()> find) {
  later_.push_back(std::move(find));
  at_most_later_ += at_most;
}

size_t CommitBudget::CountedWith(const Commits& commits) const {
  const auto is_new = [this](const ObjectId& id) {
    return !counted_.contains(id);
  };
  const auto added =
      static_cast<size_t>(std::ranges::count_if(commits, is_new));
  return counted_.size() + added;
}

}  // namespace commitgate
