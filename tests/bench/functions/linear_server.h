// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/push/server.h"

namespace commitgate::bench {

/// A server with one branch, main, whose history is one line of commits that
/// costs nothing to ask: what is measured is what does the asking.
class LinearServer : public Server {
 public:
  /// The commit with that many behind it.
  static ObjectId CommitAt(int64_t place);

  Clock Now() const override { return now; }
  std::optional<ObjectId> ReadRef(const std::string& name) const override;
  std::vector<Ref> ReadRefs() const override;
  std::optional<ObjectId> PeelToCommit(const ObjectId& id) const override;
  bool IsAlive(const std::string&) const override { return false; }
  std::vector<ObjectId> Difference(
      const std::optional<ObjectId>& tip,
      const std::vector<ObjectId>& hidden) const override;
  bool HaveSameTree(const ObjectId&, const ObjectId&) const override;

  static const std::string& main();

  /// Where main is.
  int64_t tip = 0;
  Clock now;
};

}  // namespace commitgate::bench
