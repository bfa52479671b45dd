// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "hooks/ledger/row.h"
#include "hooks/window/holes.h"
#include "hooks/window/marks.h"

namespace commitgate {

/// Somebody has landed something on a ref; nobody: it was no push.
struct RefEvent {
  int64_t order = 0;
  std::optional<Pusher> pusher;
};

/// A creation marks all that it reaches, the whole history of the project.  So
/// commits without a mark of their own have this one, found when asked for.
struct CreationMark {
  Mark mark;
  /// What later rewrites took away, in their order.
  std::vector<Mark> eldest_gone;

  Mark Of(const ObjectId& commit, const Recall& recall) const;
};

/// What the ledger's rows come to for one ref.
struct RefView {
  std::optional<LedgerTip> tip;
  std::unordered_map<ObjectId, Mark> marks;
  std::optional<CreationMark> creation;
  std::vector<Hole> holes;
  std::vector<RefEvent> events;
  /// How many commits the ref has more than at the first row, or fewer.
  int64_t size = 0;

  /// Of a commit that is on the ref; the closed mark if it is final.
  Mark MarkOf(const ObjectId& commit, const Recall& recall) const;

  std::optional<ObjectId> value() const;
  /// What the next creation is compared with: the last tip, if the ref is not
  /// there and neither the window nor a grant let it be deleted.
  std::optional<ObjectId> last_to_compare() const;
};

/// The same of a ledger's tip: what a creation is compared with (S13).
std::optional<ObjectId> LastToCompare(const std::optional<LedgerTip>& tip);

}  // namespace commitgate
