// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hooks/clock.h"
#include "hooks/window/replay.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// Who wants to do what when.
struct RewriteRequest {
  Pusher pusher;
  /// What stands there; with a creation that is judged as a rewrite, what stood
  /// there last.
  std::optional<ObjectId> before;
  std::optional<ObjectId> after;
  Micros within = 0;
  RefPolicy::Scope scope = RefPolicy::Scope::kAny;
  /// The wall clock as rows are `received`: never before the newest of them.
  Clock now;
  /// In truth it is behind that.
  bool clock_went_back = false;
};

/// Why a rewrite is refused, and what there is to say about it.
struct WindowRefusal {
  enum class Why {
    kNotHere,     ///< The ref has no window at all.
    kUnknownTip,  ///< The ledger does not know what stands there.
    kClockWentBack,
    kFinal,  ///< Older than the ledger, moved by hand, or granted.
    kSomebodyElses,
    kTooLate,
    kSomebodySince,
    kElsewhere,
    kNotMessageOnly,
  };
  Why why;
  /// Of what goes, where it is about one.
  std::optional<ObjectId> commit = {};
  /// How old its push is, in microseconds; and how old it may be.
  Micros age = 0;
  Micros within = 0;
  /// Who pushed it, or since.
  std::optional<Pusher> who = {};
  /// The other ref that has it.
  std::string ref = {};
};

/// A commit that a rewrite takes away.
struct GoneCommit {
  ObjectId commit;
  Mark mark;
};

/// A ref that has some of what goes, though since when it should not matter;
/// nothing where none has.  Parents come before children.
using Elsewhere = std::function<std::optional<std::string>(
    const std::vector<GoneCommit>& gone)>;

/// Whether a ref may be rewritten now (S11).  Nothing: it may.  `elsewhere` is
/// asked last.
std::optional<WindowRefusal> JudgeRewrite(const RewriteRequest& request,
                                          const RefView& view,
                                          const Recall& recall,
                                          const CommitHistory& commits,
                                          const Elsewhere& elsewhere);

/// How old the push of a commit is (S9); kForever where that is not known.
Micros Age(const Mark& mark, const Clock& now);

/// A commit that its pusher may still take back, and for how long.
struct OpenCommit {
  ObjectId commit;
  Pusher pusher;
  Micros left = 0;
};

/// What of a ref is still open at `now`, newest push last: the answer of
/// `commitgate window`, without a look at other refs.
std::vector<OpenCommit> OpenCommits(const RefView& view, Micros within,
                                    const Clock& now);

}  // namespace commitgate
