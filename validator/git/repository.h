// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/commit.h"

namespace commitgate {

/// The name of an object.  20 bytes: libgit2 1.5 knows SHA-1 only.
struct ObjectId {
  std::array<unsigned char, 20> bytes{};

  std::string Hex() const;
  static std::optional<ObjectId> FromHex(std::string_view hex);
  auto operator<=>(const ObjectId&) const = default;
};

/// A repository, opened for reading.  The only user of libgit2, which is
/// initialised by the first repository and not before.  One thread at a time.
class Repository {
 public:
  /// Finds the repository as git does for a person: `git_dir` if not empty (the
  /// caller puts GIT_DIR there; relative to `start`), else in `start` and the
  /// folders above it.  Throws Error: none, or one whose format libgit2 does
  /// not know.
  static Repository Open(const std::string& start, const std::string& git_dir);

  ~Repository();
  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;

  /// The top of the work tree, with a slash at the end; nothing where bare.
  std::optional<std::string> WorkTree() const;

  /// The commit that a revision names; annotated tags are peeled.  Throws
  /// Error: unknown, ambiguous, or no commit.
  ObjectId ResolveCommit(const std::string& revision) const;

  /// The raw commit object.  Throws Error: missing, corrupt, no commit.
  Bytes ReadCommit(const ObjectId& id) const;

  /// The best common ancestors of two commits; none where histories are
  /// unrelated.  Throws Error.
  std::vector<ObjectId> MergeBases(const ObjectId& a, const ObjectId& b) const;

  /// The content of the file that `<revision>:<path>` names.  Throws Error.
  std::string ReadFile(const std::string& revision_and_path) const;

  /// The history of `id` was cut off behind it by a shallow clone.
  bool IsShallowBoundary(const ObjectId& id) const;

 private:
  struct Handles;
  explicit Repository(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

}  // namespace commitgate
