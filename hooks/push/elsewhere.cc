// SPDX-License-Identifier: MIT
#include "hooks/push/elsewhere.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "hooks/push/policed.h"
#include "hooks/push/settle.h"
#include "hooks/window/reach.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// So many are looked at one by one without a walk over all first.
constexpr size_t kFew = 4;

std::vector<ObjectId> IdsOf(const std::vector<GoneCommit>& gone) {
  std::vector<ObjectId> ids;
  for (const GoneCommit& commit : gone)
    ids.push_back(commit.commit);
  return ids;
}

/// Commits that another ref has had since the same moment, if at all: those
/// that landed here with the same row.
using Landing = std::pair<int64_t, std::string>;

std::map<Landing, std::vector<GoneCommit>> ByLanding(
    const std::vector<GoneCommit>& gone) {
  std::map<Landing, std::vector<GoneCommit>> groups;
  for (const GoneCommit& commit : gone)
    groups[{commit.mark.order, commit.mark.push}].push_back(commit);
  return groups;
}

template <typename Predicate>
std::vector<GoneCommit> Only(const std::vector<GoneCommit>& gone,
                             const Predicate& is_wanted) {
  std::vector<GoneCommit> result;
  for (const GoneCommit& commit : gone)
    if (is_wanted(commit.commit))
      result.push_back(commit);
  return result;
}

std::vector<GoneCommit> Without(const std::vector<GoneCommit>& gone,
                                const std::vector<GoneCommit>& others) {
  const std::vector<ObjectId> ids = IdsOf(others);
  const std::unordered_set<ObjectId> known(ids.begin(), ids.end());
  return Only(gone,
              [&](const ObjectId& commit) { return !known.contains(commit); });
}

/// Whether the push has landed something on the ref already.
bool HasMoved(const Ledger& ledger, const std::string& push,
              const std::string& ref) {
  const std::vector<FoldedRow> rows = ledger.RowsOf(push);
  return std::ranges::any_of(rows, [&](const FoldedRow& folded) {
    return folded.row.ref == ref && folded.state == RowState::kLanded;
  });
}

}  // namespace

std::optional<std::string> ElsewhereSearch::Find(
    const std::vector<GoneCommit>& gone) {
  if (gone.empty())
    return std::nullopt;
  CollectThere();
  CollectUnderWay();
  CollectTagsOfPush();
  if (std::optional<std::string> found = FindIn(gone, 0, places_.size()))
    return found;
  is_busy_ = unseen_.has_value();
  return unseen_;
}

bool ElsewhereSearch::Counts(const std::string& ref) const {
  const PushPolicy& policy = deciding_.request.policy;
  return ref != ref_ &&
         (IsPublishedTag(policy, ref) || IsPolicedBranch(policy, ref));
}

void ElsewhereSearch::CollectThere() {
  for (const Ref& ref : deciding_.server.ReadRefs())
    if (Counts(ref.name))
      AddPlace(ref.name, ref.target);
}

void ElsewhereSearch::CollectUnderWay() {
  for (const Row& row : deciding_.ledger.OpenRows("")) {
    if (!row.after || row.push == deciding_.request.push || !Counts(row.ref) ||
        !deciding_.server.IsAlive(row.push))
      continue;
    try {
      AddPlace(row.ref, *row.after);
    } catch (const Error&) {
      unseen_ = row.ref;  // Its objects are still in quarantine.
    }
  }
}

void ElsewhereSearch::CollectTagsOfPush() {
  for (const Candidate& candidate : deciding_.request.candidates) {
    const RefUpdate& update = candidate.update;
    if (update.target && IsTag(update.ref) && Counts(update.ref))
      AddPlace(update.ref, *update.target);
  }
}

void ElsewhereSearch::AddPlace(const std::string& ref, const ObjectId& target) {
  if (const auto commit = deciding_.server.PeelToCommit(target))
    places_.push_back({ref, *commit});
}

std::optional<std::string> ElsewhereSearch::FindIn(
    const std::vector<GoneCommit>& gone, size_t first, size_t last) {
  if (first == last)
    return std::nullopt;
  std::vector<ObjectId> tips;
  for (size_t i = first; i < last; ++i)
    tips.push_back(places_[i].tip);
  const std::vector<GoneCommit> shared = ReachedOf(gone, tips);
  if (shared.empty())
    return std::nullopt;
  if (last - first == 1)
    return JudgePlace(places_[first], shared);
  const size_t middle = first + (last - first) / 2;
  if (auto found = FindIn(shared, first, middle))
    return found;
  return FindIn(shared, middle, last);
}

std::optional<std::string> ElsewhereSearch::JudgePlace(
    const Place& place, const std::vector<GoneCommit>& shared) {
  if (IsTag(place.ref))
    return place.ref;
  Settle(deciding_.ledger, deciding_.server, deciding_.request.policy,
         {place.ref}, deciding_.moment);
  for (const auto& [landing, alike] : ByLanding(shared))
    if (!IsExcused(place.ref, alike))
      return place.ref;
  return std::nullopt;
}

/// Whether the other ref had all of them before they landed here, or has got
/// them by the push that landed them here, or by the one that is decided on.
/// REQUIRES: they landed here with the same row.
bool ElsewhereSearch::IsExcused(const std::string& other,
                                const std::vector<GoneCommit>& alike) {
  const Ledger& ledger = deciding_.ledger;
  const std::string& push = deciding_.request.push;
  const Mark& mark = alike.front().mark;
  const auto had =
      ReachedBefore(alike, ledger.TipBeforeOrBy(other, mark.order, mark.push));
  if (had && had->size() == alike.size())
    return true;
  if (!HasMoved(ledger, push, other))
    return false;
  const auto had_without =
      ReachedBefore(had ? Without(alike, *had) : alike,
                    ledger.TipBefore(other, INT64_MAX, push));
  return had_without && had_without->empty();
}

std::vector<GoneCommit> ElsewhereSearch::ReachedOf(
    const std::vector<GoneCommit>& gone,
    const std::vector<ObjectId>& tips) const {
  std::unordered_set<ObjectId> reached;
  std::vector<ObjectId> unsure = IdsOf(gone);
  if (gone.size() > kFew) {
    const auto left = deciding_.server.Difference(before_, tips);
    const std::unordered_set<ObjectId> may_be_left(left.begin(), left.end());
    for (const ObjectId& commit : unsure)
      if (!may_be_left.contains(commit))
        reached.insert(commit);
    std::erase_if(unsure, [&](const ObjectId& commit) {
      return reached.contains(commit);
    });
  }
  for (const ObjectId& commit : Reached(deciding_.server, unsure, tips))
    reached.insert(commit);
  return Only(gone,
              [&](const ObjectId& commit) { return reached.contains(commit); });
}

std::optional<std::vector<GoneCommit>> ElsewhereSearch::ReachedBefore(
    const std::vector<GoneCommit>& gone,
    const std::optional<LedgerTip>& tip) const {
  if (!tip || !tip->value)
    return std::vector<GoneCommit>();
  try {
    return ReachedOf(gone, {*tip->value});
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace commitgate
