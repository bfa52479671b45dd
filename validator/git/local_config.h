// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "validator/git/config.h"

namespace commitgate {

/// The configuration file of one repository, read and changed with
/// `git config`, which knows how to lock it and what belongs where.  All
/// functions throw Error where git is missing or fails.
class LocalConfig {
 public:
  explicit LocalConfig(std::string git_dir) : git_dir_(std::move(git_dir)) {}

  /// What git itself goes by in this repository, with the files of the system
  /// and of the user.
  GitConfig InForce() const;
  /// All values in force of a name.
  std::vector<std::string> InForce(std::string_view name) const;
  /// The names in force that match a regular expression of git.
  std::vector<std::string> NamesInForce(std::string_view pattern) const;
  /// The last value in force as git reads paths, with `~` and `~user`.
  std::optional<std::string> PathInForce(std::string_view name) const;
  /// As they stand in the file.
  std::vector<std::string> Values(std::string_view name) const;

  /// Makes `value` the only one of the file.
  void Set(std::string_view name, std::string_view value) const;
  void Add(std::string_view name, std::string_view value) const;
  /// Takes exactly this value out of the file.
  void Remove(std::string_view name, std::string_view value) const;

 private:
  std::string git_dir_;
};

}  // namespace commitgate
