// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "hooks/push/ref_snapshot.h"
#include "validator/engine/policy.h"
#include "validator/git/repository.h"

namespace commitgate {

/// The commits behind which nothing needs judging, for it has been judged by
/// the same rules or stricter ones, or is older than the rules.
///
/// "Already in the repository" would be the wrong question: a commit can be
/// there because it was pushed to a free branch, or to a hidden ref.  Where
/// each branch has a roster or owners of its own, which whoever lands on it can
/// change, only the branch that HEAD names makes its commits known to others.
class KnownTips {
 public:
  /// REQUIRES: all outlive it.
  KnownTips(const Repository& repository, const Policy& policy,
            RefSnapshot& refs)
      : repository_(&repository), policy_(&policy), refs_(&refs) {}

  /// RefPolicy::since, where it is a commit of this repository.
  std::optional<ObjectId> Baseline(const RefPolicy& policy) const;

  /// The tips of all branches that make known what `policy` asks for; without
  /// the baseline.  Reads all refs.
  const std::vector<ObjectId>& For(const RefPolicy& policy);

 private:
  bool IsAsStrict(const RefPolicy& other, const RefPolicy& policy) const;
  std::optional<std::string> OnlyRef() const;

  const Repository* repository_;
  const Policy* policy_;
  RefSnapshot* refs_;
  std::map<const RefPolicy*, std::vector<ObjectId>> tips_;
};

}  // namespace commitgate
