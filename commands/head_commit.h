// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "validator/git/object_id.h"
#include "validator/git/repository.h"
#include "validator/message/commit.h"

namespace commitgate {

/// The commit HEAD whose message is to be changed, before and after.
class HeadCommit {
 public:
  /// When it may be changed although a rebase is under way; where that waits
  /// for somebody, HEAD may not be the commit that is meant.
  enum class InRebase {
    kAsStep,  ///< As an `exec` step, after the commit was picked.
    kAlways,
    kNever,
  };

  /// Throws Error: there is none yet, a merge or a rebase is under way, its
  /// message is in a charset that is not known, or RequireStorable refuses it.
  HeadCommit(const Repository& repository, InRebase allowed);

  const Commit& commit() const { return commit_; }
  const ObjectId& id() const { return id_; }

  /// Gives it another message, and leaves author, files, index and work tree
  /// as they are; hooks run as they do for `git commit --amend`.  Returns the
  /// new id.  Throws Error: git refuses, RequireStorable does, HEAD is another
  /// commit by now, or what came of it differs in more than the message or has
  /// another one.
  ObjectId Amend(std::string_view message) const;

 private:
  const Repository& repository_;
  ObjectId id_;
  Commit commit_;
};

}  // namespace commitgate
