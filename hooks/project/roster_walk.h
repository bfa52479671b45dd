// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "validator/engine/views.h"
#include "validator/git/repository.h"

namespace commitgate {

/// Goes back over the versions of a roster that a branch has had, as far as
/// somebody is looked for, and remembers who was on them.  First parents only.
/// One thread at a time.
class RosterWalk {
 public:
  /// Bounds of one walk: commits, and bytes of rosters to read.
  static constexpr int kMostCommits = 20'000;
  static constexpr size_t kMostBytes = 256 << 20;

  /// The file at `path` in the history of `revision`.  Once `is_late` says so,
  /// Find throws Error; empty: it never is.
  RosterWalk(std::string revision, std::string path,
             std::function<bool()> is_late = {})
      : revision_(std::move(revision)),
        path_(std::move(path)),
        is_late_(std::move(is_late)) {}

  /// As RosterHistory::FindRemoval.
  std::optional<RosterHistory::Removal> Find(const Repository& repository,
                                             std::string_view email);

 private:
  using Removal = RosterHistory::Removal;

  void RequireTime() const;
  void Start(const Repository& repository);
  void Step(const Repository& repository);
  void AddVersion(const Repository& repository,
                  const std::optional<ObjectId>& version,
                  const std::optional<Removal>& removal);

  std::string revision_;
  std::string path_;
  std::function<bool()> is_late_;
  bool started_ = false;
  int commits_left_ = kMostCommits;
  size_t bytes_left_ = kMostBytes;
  /// The commit that was looked at last, and its version of the file.
  ObjectId commit_;
  std::optional<ObjectId> version_;
  /// Its parent, unless that is too far away.
  std::optional<ObjectId> next_;
  /// By address in lower case; who is there to this day has none.
  std::map<std::string, std::optional<Removal>, std::less<>> removals_;
};

}  // namespace commitgate
