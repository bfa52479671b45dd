// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// The commits reachable from `tip` and from none of `hidden`, parents before
/// children.
///
/// Unlike CommitWalk's, its answer does not hang on dates, which are the
/// pusher's.  It is never too small; it is empty exactly if `tip` is reachable
/// from the hidden ones; and it is exact where all of it leads to one place, as
/// it does without merges.  Where histories were merged there is a bound: when
/// all that is left is hidden and older than what was found, the walk goes on
/// for as many commits again as it has read, at least 1,024.  Then too many may
/// come out.
///
/// Reads all that is reachable from one side and not from the other, and about
/// as much behind that.  Throws Error where a commit cannot be read: what is
/// unknown is not guessed.
std::vector<ObjectId> Difference(const Repository& repository,
                                 const ObjectId& tip,
                                 const std::vector<ObjectId>& hidden);

/// What comes of a walk that was looked over the shoulder.
struct WatchedDifference {
  /// As Difference has them.
  std::vector<ObjectId> commits;
  /// Those of them that have a parent outside, or none: the others are all
  /// descendants of these.
  std::vector<ObjectId> ends;
  /// Those of the hidden ones, but for the later ones, that the tip was seen to
  /// reach: some that it reaches may be missing.
  std::vector<ObjectId> reached;
};

/// Who looks over the shoulder of a walk.  Any of them may be empty.
struct DifferenceWatcher {
  /// Is told of commits as soon as they are taken for one of the difference,
  /// with the raw object, so that nobody has to read it again and work can
  /// begin while the walk goes on.  Some may turn out to be hidden, and what is
  /// older than hidden commits that are still to be visited is not told.
  std::function<void(const ObjectId&, Bytes)> on_the_way = {};
  /// Is asked every few commits whether the walk is to end without an answer.
  std::function<bool()> gives_up = {};
  /// Is asked for each that is found, with how many there are with it, which
  /// others are hidden: for where that takes long to find out.  Not again once
  /// there was an answer.
  std::function<std::optional<std::vector<ObjectId>>(const ObjectId& last,
                                                     size_t found)>
      more_hidden = {};
};

/// The same, looked at by somebody.  Nothing where it was given up.
std::optional<WatchedDifference> WatchDifference(
    const Repository& repository, const ObjectId& tip,
    const std::vector<ObjectId>& hidden, DifferenceWatcher watcher);

/// Whether `ancestor` is `descendant` or an ancestor of it.
bool Reaches(const Repository& repository, const ObjectId& descendant,
             const ObjectId& ancestor);

}  // namespace commitgate
