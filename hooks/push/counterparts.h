// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "validator/git/object_id.h"
#include "validator/message/commit.h"

namespace commitgate {

/// By what a commit is known for the same on another branch; several, where it
/// names several pull requests.
using KeysOf = std::vector<std::string> (*)(const Message&);

/// The pull request and the title: releases pick in another order, so that ids
/// differ.
std::vector<std::string> TitledPullRequestsOf(const Message& message);

/// Commits that have to have a counterpart elsewhere.
class Counterparts {
 public:
  explicit Counterparts(KeysOf keys_of) : keys_of_(keys_of) {}

  void Want(const ObjectId& id, const Commit& commit);

  /// A commit of the other branch is there.
  void Found(const Message& message) { Found(keys_of_(message)); }
  void Found(const std::vector<std::string>& keys);

  /// How many are left.
  size_t Missing() const { return missing_; }
  /// Some are left that have keys, so that looking further may help.
  bool CanBeFound() const { return missing_ > keyless_; }
  /// All keys that could be found.
  std::vector<std::string> Keys() const;
  /// For people, one for each that is left.
  std::vector<std::string> Descriptions() const;

 private:
  struct Wanted {
    std::string description;
    bool is_found = false;
  };

  KeysOf keys_of_;
  std::vector<Wanted> wanted_;
  /// Who has which key; for any number of commits on either side.
  std::unordered_map<std::string, std::vector<size_t>> having_;
  size_t missing_ = 0;
  size_t keyless_ = 0;
};

}  // namespace commitgate
