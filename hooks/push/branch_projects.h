// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hooks/project/git_repository_view.h"
#include "hooks/project/git_roster_history.h"
#include "hooks/project/lazy_repository.h"
#include "hooks/project/project.h"
#include "hooks/project/project_file.h"
#include "hooks/push/candidate.h"
#include "hooks/push/gates.h"
#include "hooks/push/membership.h"
#include "hooks/push/ref_snapshot.h"

namespace commitgate {

/// What the branches that are pushed to tell of their project, each as it is
/// before the push: nobody can bring people of their own.
class BranchProjects {
 public:
  /// REQUIRES: all outlive it.
  BranchProjects(const GateInput& input, RefSnapshot& refs)
      : input_(input), refs_(refs) {}

  /// For rules that need so much; the same where branches tell the same, and
  /// have told the same.  What several of them say is read once.  Lives as long
  /// as this.  Throws Error: something cannot be read.
  const Views& ViewsFor(const Candidate& candidate, Needs needs);

  /// Of the pusher, by the roster of the branch.  REQUIRES: somebody pushes.
  Membership PushersMembership(const Candidate& candidate);

  /// What is missing of what the policy names, a line each.
  std::vector<std::string> Notes() const;

 private:
  /// What of a project is read, and which files say it.
  using Told = std::pair<Needs, std::array<std::optional<ObjectId>, 3>>;
  /// And the commit whose history has the earlier rosters.
  using Key = std::pair<Told, std::optional<ObjectId>>;
  /// A project, or why it cannot be read.
  struct Known {
    std::optional<Project> project = {};
    std::string why_none = {};
  };
  struct OfBranch {
    std::optional<GitRosterHistory> roster_history = {};
    Views views = {};
  };

  std::optional<ObjectId> Before(const Candidate& candidate);
  std::optional<StoredFile> Find(const std::string& source,
                                 const std::optional<ObjectId>& before) const;
  Told ToldBy(Needs needs, const std::optional<StoredFile>& roster,
              const std::optional<ObjectId>& before) const;
  const Project& Read(const Told& told, const std::optional<ObjectId>& before);
  void Show(const Project& project, const std::optional<StoredFile>& roster,
            OfBranch& branch) const;

  const GateInput& input_;
  RefSnapshot& refs_;
  const LazyRepository repository_{input_.repository};
  const GitRepositoryView repository_view_{repository_, input_.is_late};
  std::map<Told, Known> projects_;
  std::map<Key, OfBranch> branches_;
};

}  // namespace commitgate
