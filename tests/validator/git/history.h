// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temp_dir.h"
#include "validator/git/walk.h"

namespace commitgate::testing {

using Names = std::vector<std::string>;

/// A commit to be made.  Its name becomes its message, and a tag.
struct Planned {
  std::string name;
  int64_t date;
  /// Names of commits made before.
  Names parents = {};
};

/// A repository of a test's own.
class History {
 public:
  enum class Storage {
    /// So that a test can do harm to an object.
    kLoose,
    /// Without tags, for thousands of commits.
    kPacked,
  };
  explicit History(const std::vector<Planned>& commits = {},
                   Storage storage = Storage::kLoose);

  /// Of a planned commit.
  ObjectId Id(const std::string& name) const { return ids_.at(name); }

  const std::string& path() const { return folder_.path(); }

  std::string Git(const std::vector<std::string>& arguments,
                  std::string_view input = {}) const;

  /// Makes a child of `parent` whose object is in a quarantine only.
  ObjectId CommitInto(const std::string& quarantine,
                      const std::string& parent) const;

  /// The file of a loose object.
  std::string ObjectFile(const std::string& revision) const;

 private:
  TempDir folder_;
  std::map<std::string, ObjectId> ids_;
};

/// What CommitWalk visits in the repository at `path`; a revision that starts
/// with `^` is hidden.
std::vector<CommitWalk::Step> Visit(const std::string& path,
                                    const Names& revisions);

/// The same as lines: a commit's message, then " (cut off)", then the error.
Names Walk(const std::string& path, const Names& revisions);

/// What `git rev-list` lists, in the same words.
Names RevList(const std::string& path, const Names& revisions);

}  // namespace commitgate::testing
