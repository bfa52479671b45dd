// SPDX-License-Identifier: MIT
#include "hooks/push/still_open.h"

#include <algorithm>
#include <optional>
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
    if (!other)
      return open;
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
