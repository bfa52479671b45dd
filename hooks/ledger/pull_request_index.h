// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "validator/git/object_id.h"

namespace commitgate {

/// Which pull requests are in the history of a branch, written down so that
/// nobody has to walk it.  A file of its own beside the ledger, and only a
/// shortcut: it can be thrown away at any time.
///
/// What it tells of a branch is true of one tip, and an id names a whole
/// history: whoever asks compares the tip.
///
/// All functions throw Error: damaged, locked for too long, on a full disk.
class PullRequestIndex {
 public:
  /// To be asked.  Throws Error, also where there is none, or one of another
  /// version.
  static PullRequestIndex OpenToRead(const std::string& path);

  /// To be filled.  Made where it is not there; emptied where it is damaged, or
  /// of another version.  `group_access`: as for Ledger::Open.
  static PullRequestIndex OpenToWrite(const std::string& path,
                                      unsigned group_access);

  ~PullRequestIndex();
  PullRequestIndex(PullRequestIndex&&) noexcept;
  PullRequestIndex& operator=(PullRequestIndex&&) noexcept;

  struct Answer {
    /// All that is in its history is known.
    ObjectId tip;
    /// Those of the URLs asked for that are in it.
    std::set<std::string> urls;

    bool operator==(const Answer&) const = default;
  };

  /// Nothing where nothing is known of the branch.
  std::optional<Answer> Ask(const std::string& branch,
                            const std::vector<std::string>& urls);

  /// The branch has gone on from `from`, and `urls` came with that.  Changes
  /// nothing where another process was faster.
  void Advance(const std::string& branch, const ObjectId& from,
               const ObjectId& to, const std::vector<std::string>& urls);

  /// `urls` is all that the history of `tip` has; what was known is forgotten.
  void Replace(const std::string& branch, const ObjectId& tip,
               const std::vector<std::string>& urls);

 private:
  struct Database;
  explicit PullRequestIndex(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace commitgate
