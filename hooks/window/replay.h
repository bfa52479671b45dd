// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "hooks/ledger/row.h"
#include "hooks/window/history.h"

namespace commitgate {

/// Places on a ref that somebody has left empty.  What the same person puts
/// there soon is as old as what was there.
struct Hole {
  std::optional<Pusher> pusher;
  /// The highest place, counted as RefView::size counts.
  int64_t top = 0;
  Mark eldest;
  /// When it was made, and for how long it lives.
  Micros received = 0;
  Micros uptime = 0;
  std::string boot;
  Micros within = 0;
};

/// Somebody has landed something on a ref; nobody: it was no push.
struct RefEvent {
  int64_t order = 0;
  std::optional<Pusher> pusher;
};

/// What the ledger's rows come to for one ref.  A commit of the ref that has no
/// mark here is final.
struct RefView {
  std::optional<LedgerTip> tip;
  std::unordered_map<ObjectId, Mark> marks;
  std::vector<Hole> holes;
  std::vector<RefEvent> events;
  /// How many commits the ref has more than at the first row, or fewer.
  int64_t size = 0;
};

/// What was remembered of a commit before `order`; Ledger::Recall.
using Recall =
    std::function<std::optional<Mark>(const ObjectId& commit, int64_t order)>;

/// Plays the landed rows of one ref (S8 of the window's specification).  Rows
/// that are left out at the front make what they landed final: leave out only
/// what is older than any window.
RefView Replay(const LandedHistory& history, const CommitHistory& commits,
               const Recall& recall);

/// The mark of the earliest row, with the earliest clock and the shortest
/// `within` of all.  REQUIRES: there are some.
Mark Eldest(const std::vector<Mark>& marks);

}  // namespace commitgate
