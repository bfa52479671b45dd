// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "validator/git/object_id.h"

namespace commitgate::testing {

/// Commits by small numbers.
using CommitSet = std::bitset<256>;

/// A history in memory, whose commits have names.
class CommitGraph {
 public:
  /// With `c0` in it.
  CommitGraph();

  /// An empty `tree` is one of its own.
  void Add(const std::string& name, const std::vector<std::string>& parents,
           const std::string& tree = "", bool is_well_made = true);

  size_t NumberOf(const std::string& name) const;
  const std::string& NameOf(size_t number) const { return names_[number]; }
  const CommitSet& Reach(size_t number) const { return reach_[number]; }
  const std::string& TreeOf(size_t number) const { return trees_[number]; }
  bool IsMerge(size_t number) const { return parents_[number] > 1; }
  bool IsWellMade(size_t number) const { return well_made_[number]; }

  /// Nothing reaches nothing.
  CommitSet Reach(const std::optional<std::string>& name) const;

  /// Parents before children.
  std::vector<size_t> Members(const CommitSet& set) const;

  ObjectId IdOf(const std::string& name) const;
  std::optional<ObjectId> IdOfAny(const std::optional<std::string>& name) const;
  static ObjectId IdOf(size_t number);
  size_t NumberOf(const ObjectId& id) const;
  std::string NameOf(const ObjectId& id) const { return names_[NumberOf(id)]; }

 private:
  std::map<std::string, size_t> numbers_;
  std::vector<std::string> names_;
  std::vector<size_t> parents_;
  std::vector<CommitSet> reach_;
  std::vector<std::string> trees_;
  std::vector<bool> well_made_;
};

}  // namespace commitgate::testing
