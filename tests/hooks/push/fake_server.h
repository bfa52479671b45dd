// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "hooks/push/server.h"
#include "tests/hooks/push/commit_graph.h"

namespace commitgate::testing {

/// A server whose history, refs, clock and processes are what a test says.
class FakeServer : public Server {
 public:
  Clock Now() const override;
  std::optional<ObjectId> ReadRef(const std::string& name) const override;
  std::vector<Ref> ReadRefs() const override;
  std::optional<ObjectId> PeelToCommit(const ObjectId& id) const override;
  bool IsAlive(const std::string& push) const override;
  std::vector<ObjectId> Difference(
      const std::optional<ObjectId>& tip,
      const std::vector<ObjectId>& hidden) const override;
  bool HaveSameTree(const ObjectId& a, const ObjectId& b) const override;

  /// An annotated tag of a commit, or of nothing but a tree.
  ObjectId AddTagObject(const std::optional<std::string>& commit);

  CommitGraph graph;
  std::map<std::string, ObjectId> refs;
  /// Since an arbitrary moment.
  Micros true_time = 0;
  /// How far the wall clock is ahead of that.
  Micros wall_offset = 0;
  int boot = 0;
  std::set<std::string> alive;
  /// Commits that nobody can read: pruned, or in another push's quarantine.
  CommitSet unreadable;
  /// Difference tells too much, as far as its contract allows.
  bool tells_too_much = false;
  /// How often Difference was asked.
  mutable int walks = 0;

 private:
  CommitSet ReachOf(const ObjectId& id) const;
  CommitSet FirstKnown(const CommitSet& known,
                       const std::vector<ObjectId>& hidden) const;

  std::map<ObjectId, std::optional<ObjectId>> tags_;
};

}  // namespace commitgate::testing
