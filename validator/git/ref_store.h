// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// The refs of a repository as git's files have them: loose ones, and behind
/// them `packed-refs`.  Read anew with each call, for other processes move
/// them.
///
/// libgit2 reads them too, but passes over those that are broken, and keeps
/// what was packed for as long as the file looks the same.
class RefStore {
 public:
  /// The folder of `HEAD`, and that of `refs`: another one in a linked work
  /// tree only.
  RefStore(std::filesystem::path git_dir, std::filesystem::path common_dir);

  // As the functions of Repository.
  std::optional<ObjectId> Read(const std::string& name) const;
  std::string Follow(const std::string& name) const;
  std::vector<Ref> ReadAll() const;

 private:
  struct End;
  End FindEnd(const std::string& name) const;
  std::optional<std::string> FileOf(const std::string& name) const;

  std::filesystem::path git_dir_;
  std::filesystem::path common_dir_;
};

}  // namespace commitgate
