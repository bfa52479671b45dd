// SPDX-License-Identifier: MIT
#include "hooks/push/branch_search.h"

#include <algorithm>

#include "hooks/push/policed.h"
#include "hooks/window/reach.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// For so many tags the way down from the branches is gone each time; for more
/// it is worth reading all history once.
constexpr size_t kFew = 4;

bool TakesAway(const Row& row) {
  return row.kind == RowKind::kRewrite || row.kind == RowKind::kDelete;
}

/// Whether git can have only one of two refs: one is a folder of the other.
bool Collide(const std::string& a, const std::string& b) {
  return a.starts_with(b + '/') || b.starts_with(a + '/');
}

}  // namespace

bool BranchSearch::Keep(const ObjectId& commit) {
  Collect();
  if (IsStable(commit))
    return true;
  return std::ranges::any_of(changing_, [&](const Changing& branch) {
    return KeepsIt(branch, commit);
  });
}

void BranchSearch::Collect() {
  if (is_collected_)
    return;
  is_collected_ = true;
  const std::vector<Ref> refs = deciding_.server.ReadRefs();
  for (const Ref& ref : refs)
    if (IsPolicedBranch(deciding_.request.policy, ref.name))
      Collect(ref);
  for (size_t i = 0; i < decided_.size(); ++i)
    if (GoesForward(i, refs))
      stable_.push_back(*UpdateAt(i).target);
}

void BranchSearch::Collect(const Ref& ref) {
  Changing branch{ref.target, {}};
  for (size_t i = 0; i < decided_.size(); ++i)
    if (UpdateAt(i).ref == ref.name)
      branch.after.push_back(UpdateAt(i).target);
  for (const Row& row : deciding_.ledger.OpenRows(ref.name))
    if (TakesAway(row) && row.push != deciding_.request.push &&
        deciding_.server.IsAlive(row.push))
      branch.after.push_back(row.after);
  if (branch.after.empty())
    stable_.push_back(ref.target);
  else
    changing_.push_back(std::move(branch));
}

const RefUpdate& BranchSearch::UpdateAt(size_t i) const {
  return deciding_.request.candidates[i].update;
}

/// What is accepted here and cannot come about, git refuses later: the tag
/// would stay without it.
bool BranchSearch::GoesForward(size_t i, const std::vector<Ref>& refs) const {
  const RefVerdict& verdict = decided_[i];
  const RefUpdate& update = UpdateAt(i);
  if (!verdict.accepted || verdict.how != RowHow::kForward || !update.target ||
      !IsPolicedBranch(deciding_.request.policy, update.ref))
    return false;
  const auto is_in_the_way = [&](const std::string& other) {
    return Collide(other, update.ref);
  };
  const auto& candidates = deciding_.request.candidates;
  return std::ranges::none_of(refs, is_in_the_way, &Ref::name) &&
         std::ranges::none_of(
             candidates, is_in_the_way,
             [](const Candidate& candidate) { return candidate.update.ref; });
}

bool BranchSearch::IsStable(const ObjectId& commit) {
  if (!reached_ && ++asked_ > kFew)
    ReadStable();
  return reached_ ? reached_->contains(commit)
                  : IsReached(deciding_.server, commit, stable_);
}

void BranchSearch::ReadStable() {
  reached_.emplace();
  std::vector<ObjectId> read;
  for (const ObjectId& tip : stable_) {
    for (const ObjectId& commit : deciding_.server.Difference(tip, read))
      reached_->insert(commit);
    read.push_back(tip);
  }
}

bool BranchSearch::KeepsIt(const Changing& branch,
                           const ObjectId& commit) const {
  return Has(branch.before, commit) &&
         std::ranges::all_of(branch.after, [&](const auto& after) {
           return after && Has(*after, commit);
         });
}

/// What is under way may still be in another push's quarantine.
bool BranchSearch::Has(const ObjectId& tip, const ObjectId& commit) const {
  try {
    return IsReached(deciding_.server, commit, {tip});
  } catch (const Error&) {
    return false;
  }
}

}  // namespace commitgate
