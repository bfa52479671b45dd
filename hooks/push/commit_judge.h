// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <unordered_map>
#include <vector>

#include "hooks/push/candidate.h"
#include "validator/engine/finding.h"
#include "validator/engine/policy.h"
#include "validator/engine/views.h"
#include "validator/git/repository.h"

namespace commitgate {

/// How many findings there is room to tell, of commits that are refused and of
/// those that are not.  It only ever shrinks.
struct Room {
  size_t refusals = 0;
  size_t warnings = 0;
};

/// What a push needs to know of a commit that was judged.
struct JudgedCommit {
  Verdict::Kind kind = Verdict::Kind::kPass;
  int parents = 0;
  /// How many findings there are.
  size_t findings = 0;
  /// One for each finding, with the commit as its first line, so that those of
  /// a commit can be told together; only as many as there was room for.
  std::vector<Remark> remarks = {};

  bool IsRefused() const {
    return kind == Verdict::Kind::kFail || kind == Verdict::Kind::kError;
  }
};

/// What a ref holds its commits to.
struct HeldTo {
  const Policy* rules;
  /// What the rules can look at.
  const Views* views;
  /// The ref takes merges, so that no rule refuses one for being a merge.
  bool takes_merges = false;

  auto operator<=>(const HeldTo&) const = default;
};

/// Reads and judges commits, each once for each set of rules.
class CommitJudge {
 public:
  /// REQUIRES: `repository` outlives it.
  CommitJudge(const Repository& repository, size_t max_message)
      : repository_(&repository), max_message_(max_message) {}

  /// REQUIRES: rules and views stay where they are.  Throws Error: it cannot be
  /// read.
  const JudgedCommit& Judge(const ObjectId& id, const HeldTo& held_to,
                            const Room& room);

  /// The same of its raw object, without remembering it: several threads may do
  /// that at once.
  JudgedCommit JudgeObject(const ObjectId& id, Bytes object,
                           const HeldTo& held_to, const Room& room) const;

  /// Takes over what somebody else has judged, or read.  A commit with findings
  /// is judged again where there is room to tell them.
  void Learn(const ObjectId& id, const HeldTo& held_to, JudgedCommit judged);
  void Keep(const ObjectId& id, Bytes object);

  /// It was judged already.
  bool Knows(const ObjectId& id, const HeldTo& held_to) const;

 private:
  using Judged = std::unordered_map<ObjectId, JudgedCommit>;

  Bytes Take(const ObjectId& id);

  const Repository* repository_;
  size_t max_message_;
  std::map<HeldTo, Judged> judged_;
  /// Of commits that are to be judged; gone then.
  std::unordered_map<ObjectId, Bytes> objects_;
};

}  // namespace commitgate
