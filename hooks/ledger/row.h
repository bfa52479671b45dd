// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/clock.h"
#include "hooks/pusher.h"
#include "validator/git/object_id.h"

namespace commitgate {

/// What a row tells of a ref.
enum class RowKind {
  kCreate,
  kForward,
  kNone,  ///< The ref was asked to stay as it is.
  kRewrite,
  kDelete,
  kOutside,   ///< The ref had moved without any push.
  kBaseline,  ///< What was there before the ledger.
  kGrant,     ///< Somebody may do once what no window allows.
  kClock,     ///< The clock was wrong; time starts again here.
};

/// By what a movement came about; kRefused where it did not.
enum class RowHow {
  kForward,
  kWindow,
  kGrant,
  kAllow,
  kOutside,
  kBaseline,
  kClock,
  kRefused,
};

enum class RowState {
  kIntended,   ///< The hook has agreed; nobody has seen the ref move.
  kLanded,     ///< The ref has moved.
  kRefused,    ///< The hook has not agreed.
  kAbandoned,  ///< The hook had agreed, and the push was gone before it moved.
  kOutside,
  kBaseline,
  kOpen,  ///< A grant that can be used.
  kUsed,
};

// The words for them in the database and in reports, in their order; kNone is
// told as a forward push.
std::string_view Word(RowKind kind);
std::string_view Word(RowHow how);
std::string_view Word(RowState state);

/// An event of one ref, as it was written: rows are never altered.  What became
/// of it is told by settlements.
struct Row {
  /// From 1, without gaps; settlements are counted too.  Set by the ledger.
  int64_t seq = 0;
  /// The push: FindReceiver's name of its receive-pack; empty without one.
  std::string push;
  std::string ref;
  RowKind kind = RowKind::kNone;
  RowHow how = RowHow::kRefused;
  /// What the ref really was; nothing: it was not there.
  std::optional<ObjectId> before;
  std::optional<ObjectId> after;
  /// Nobody, where nothing is said.
  std::optional<Pusher> pusher;

  // When, in microseconds.
  /// Never before that of the row before it.
  Micros received = 0;
  /// The wall clock, unless that is behind; what `received` says then.
  Micros clock = 0;
  Micros uptime = 0;
  std::string boot;
  /// How long this may be rewritten, as it was in force: RefPolicy::within, 0
  /// for a ref without a window.
  Micros within = 0;

  /// The policy in force, and the name git gives its text as a blob.
  std::string policy;
  std::string policy_id;
  /// Why it was refused, or why it was granted; for people, bytes of theirs.
  std::string reason;
  /// The grant that it uses, its seq, or 0.
  int64_t grant = 0;
  /// With RowKind::kGrant: until when, as `received`.
  Micros until = 0;
  /// The state that it is written with.
  RowState state = RowState::kRefused;

  bool operator==(const Row&) const = default;
};

/// A row of which it is known that the ref moved, in the order of `order`.
struct LandedRow {
  Row row;
  /// The seq of the settlement that said so, or of the row itself; the order of
  /// events.
  int64_t order = 0;
  /// Whether the ledger's value of the ref moved with it.  False for a second
  /// row that tells of the same movement.
  bool moved = false;

  bool operator==(const LandedRow&) const = default;
};

/// What the ledger takes for the value of a ref: that of the last row that
/// moved it.
struct LedgerTip {
  std::optional<ObjectId> value;
  /// The last value that was not nothing.
  std::optional<ObjectId> last;
  /// By what it came to `value`.
  RowHow how = RowHow::kOutside;

  bool operator==(const LedgerTip&) const = default;
};

/// The landed rows of a ref, in their order, from some point on.
struct LandedHistory {
  /// What the ref was before them; nothing where they are all there is.
  std::optional<LedgerTip> before;
  std::vector<LandedRow> rows;
};

/// What is remembered of a commit on a ref, for ever: by whose push it landed,
/// and when.
struct Mark {
  /// Nobody: it is final, and older than everything.
  std::optional<Pusher> pusher;
  /// The seq of the row whose time counts.
  int64_t source = 0;
  Micros clock = 0;
  Micros uptime = 0;
  std::string boot;
  Micros within = 0;
  /// LandedRow::order, and the push, of the row that landed it.
  int64_t order = 0;
  std::string push;

  bool operator==(const Mark&) const = default;
};

/// Of what nobody may take back.
inline Mark ClosedMark() {
  Mark closed;
  closed.clock = -kForever;
  return closed;
}

}  // namespace commitgate
