// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "validator/git/git2_handle.h"
#include "validator/git/repository_place.h"

namespace commitgate {

// For validator/git/*.cc only.

/// Finds and opens a repository as libgit2 does: with `search` at `path` and in
/// the folders above, else exactly there.  Throws Error.
RepositoryHandle OpenWithGit2(const std::string& path, bool search);

/// Where libgit2 has found the parts of a repository.  Throws Error.
RepositoryPlace PlaceByGit2(git_repository* repository);

/// A repository as libgit2 has it, for what only libgit2 knows: opened when it
/// is asked for, and by one thread at a time.
class Git2Repository {
 public:
  /// Objects are read from `folders`.  `opened` may be nothing yet.
  Git2Repository(std::string git_dir,
                 std::vector<std::filesystem::path> folders,
                 RepositoryHandle opened);

  /// One thread's turn: others wait as long as it lives.  What comes from these
  /// handles must not outlive it.
  class Turn {
   public:
    git_repository* repository() const { return owner_.repository_.get(); }
    git_odb* odb() const { return owner_.odb_.get(); }

   private:
    friend class Git2Repository;
    explicit Turn(Git2Repository& owner) : lock_(owner.mutex_), owner_(owner) {
      owner.OpenWhatIsClosed();
    }

    std::lock_guard<std::mutex> lock_;
    Git2Repository& owner_;
  };

  /// Throws Error where it cannot be opened.  REQUIRES: the thread has no turn
  /// yet.
  [[nodiscard]] Turn Take();

 private:
  void OpenWhatIsClosed();

  std::string git_dir_;
  std::vector<std::filesystem::path> folders_;
  std::mutex mutex_;
  /// It uses the database, which outlives it.
  OdbHandle odb_;
  RepositoryHandle repository_;
};

}  // namespace commitgate
