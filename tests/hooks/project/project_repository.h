// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_dir.h"
#include "validator/git/repository.h"
#include "validator/message/commit.h"

namespace commitgate::testing {

/// Paths and what they hold.
using Files = std::map<std::string, std::string>;

/// A repository with a work tree, in which commits have files.
class ProjectRepository {
 public:
  ProjectRepository();

  /// Makes a commit with exactly these files, and gives it a name.
  ObjectId Add(const std::string& name, const std::string& message,
               const std::vector<std::string>& parents, const Files& files);

  const ObjectId& operator[](const std::string& name) const;
  void SetRef(const std::string& ref, const std::string& name) const;
  /// Writes a file of the work tree.
  void Write(std::string_view path, std::string_view content) const;
  std::string Git(const std::vector<std::string>& arguments,
                  std::string_view input = {}) const;
  const std::string& path() const { return folder_.path(); }
  Repository Open() const { return Repository::Open(folder_.path(), ""); }
  /// As it is stored.
  Commit Read(const std::string& name) const;

 private:
  TempDir folder_;
  std::map<std::string, ObjectId> names_;
};

/// A README that lists these people as collaborators, `login` alone: its name
/// is the login with a capital, its address `login@example.com`.
std::string ReadmeOf(const std::vector<std::string>& collaborators,
                     const std::vector<std::string>& emeriti = {});

}  // namespace commitgate::testing
