// SPDX-License-Identifier: MIT
#include "hooks/push/still_open.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "hooks/push/deciding.h"
#include "hooks/push/elsewhere.h"
#include "hooks/push/moment.h"
#include "hooks/push/policed.h"
#include "hooks/push/settle.h"

namespace commitgate {
namespace {

/// Drops those that `tip` reaches.
void DropReached(const Server& server, const std::optional<ObjectId>& from,
                 const ObjectId& tip, std::vector<OpenCommit>& open) {
  const std::vector<ObjectId> left = server.Difference(from, {tip});
  std::erase_if(open, [&](const OpenCommit& commit) {
    return std::ranges::find(left, commit.commit) == left.end();
  });
}

std::vector<GoneCommit> WithMarks(const std::vector<OpenCommit>& open,
                                  const RefView& view) {
  std::vector<GoneCommit> gone;
  for (const OpenCommit& commit : open)
    gone.push_back({commit.commit, view.marks.at(commit.commit)});
  return gone;
}

/// What was on a branch, or elsewhere, before what is open.
std::vector<ObjectId> TipsBefore(const Ledger& ledger, const Server& server,
                                 const std::string& ref, int64_t order) {
  std::vector<ObjectId> tips;
  const std::optional<LedgerTip> before = ledger.TipBefore(ref, order);
  if (before && before->value && IsReadableCommit(server, *before->value))
    return {*before->value};
  // A new branch reaches the whole history, which other refs have, too.
  for (const Ref& other : server.ReadRefs())
    if (other.name != ref && IsReadableCommit(server, other.target))
      tips.push_back(other.target);
  return tips;
}

/// From one push to the next, and in each parents before children.
/// REQUIRES: there are some.
void Order(const Ledger& ledger, const Server& server, const RefView& view,
           const std::string& ref, const ObjectId& tip,
           std::vector<OpenCommit>& open) {
  const auto order = [&](const OpenCommit& commit) {
    return view.marks.at(commit.commit).order;
  };
  const OpenCommit& first = *std::ranges::min_element(open, {}, order);
  std::unordered_map<ObjectId, size_t> places;
  for (const ObjectId& commit :
       server.Difference(tip, TipsBefore(ledger, server, ref, order(first))))
    places.emplace(commit, places.size());
  std::ranges::stable_sort(open, {}, [&](const OpenCommit& commit) {
    return std::pair(order(commit), places[commit.commit]);
  });
}

}  // namespace

std::vector<OpenCommit> StillOpen(Ledger& ledger, const Server& server,
                                  const PushPolicy& policy,
                                  const std::string& ref,
                                  const RefPolicy& ref_policy) {
  const PushRequest nothing{.policy = policy};
  const Deciding deciding{ledger, server, nothing, ReadMoment(ledger, server)};
  const auto value = server.ReadRef(ref);
  const auto tip = value ? server.PeelToCommit(*value) : std::nullopt;
  if (!tip || deciding.moment.clock_went_back)
    return {};
  const RefView view = ViewOf(ledger, server, ref, ref_policy.within);
  std::vector<OpenCommit> open =
      OpenCommits(view, ref_policy.within, deciding.moment.Effective());
  while (!open.empty()) {
    const auto other =
        ElsewhereSearch(deciding, ref, *tip).Find(WithMarks(open, view));
    if (!other) {
      Order(ledger, server, view, ref, *tip, open);
      return open;
    }
    const auto there = server.ReadRef(*other);
    const auto commit = there ? server.PeelToCommit(*there) : std::nullopt;
    const size_t before = open.size();
    if (commit)
      DropReached(server, tip, *commit, open);
    if (open.size() == before)
      return {};  // A push under way may have them: nothing is certain.
  }
  return open;
}

}  // namespace commitgate
