// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "commands/commit_source.h"
#include "validator/git/repository.h"
#include "validator/git/walk.h"

namespace commitgate {

/// What a revision that is no range stands for.
enum class Reach {
  kCommit,   ///< One commit.
  kHistory,  ///< All commits that can be reached from it.
};

/// The commits that revisions and ranges (`a..b`, `a...b`) name, in the order
/// given; those of a range newest first.
class RevisionSource : public CommitSource {
 public:
  /// `next_revision` yields the revisions one by one.  Both must outlive this.
  RevisionSource(const Repository& repository, Reach reach,
                 std::function<std::optional<std::string>()> next_revision);

  std::optional<UnjudgedCommit> Next() override;

 private:
  std::optional<UnjudgedCommit> Step();
  UnjudgedCommit Read(const std::string& revision) const;
  void StartWalk(const std::string& revision);

  const Repository& repository_;
  Reach reach_;
  std::function<std::optional<std::string>()> next_revision_;
  std::optional<CommitWalk> walk_;
  /// A commit behind which history is missing; to be told of next.
  std::optional<std::string> cut_off_;
};

}  // namespace commitgate
