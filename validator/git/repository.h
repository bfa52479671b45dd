// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/git/object_id.h"
#include "validator/message/commit.h"

namespace commitgate {

/// A ref and what it points to.
struct Ref {
  std::string name;
  ObjectId target;

  bool operator==(const Ref&) const = default;
};

/// Where the objects of a push wait for the hooks' answer.
struct Quarantine {
  /// GIT_OBJECT_DIRECTORY; empty: there is none.
  std::string objects;
  /// GIT_ALTERNATE_OBJECT_DIRECTORIES as it is, separated by colons and perhaps
  /// quoted.
  std::string alternates;
  /// GIT_QUARANTINE_PATH: `objects` again where those are of a push that is
  /// under way, and of nothing else; empty where it is not so.
  std::string path = {};
};

/// What a tag or a ref comes to in the end.
struct Peeled {
  enum class Type { kCommit, kTree, kBlob };
  Type type;
  ObjectId id;
};

/// The commit whose id begins with some digits.
struct CommitByPrefix {
  enum class Match { kCommit, kNothing, kAmbiguous };
  Match match = Match::kNothing;
  /// With kCommit.
  ObjectId id = {};

  bool operator==(const CommitByPrefix&) const = default;
};

/// A repository, opened for reading.  libgit2 is loaded only where something is
/// asked that needs it.  Any number of threads may ask at once; where one waits
/// for libgit2's answer, others that need it wait too.
class Repository {
 public:
  /// Finds the repository as git does for a person: `git_dir` if not empty (the
  /// caller puts GIT_DIR there; relative to `start`), else in `start` and the
  /// folders above it.  Throws Error: none, or one whose format libgit2 does
  /// not know.
  static Repository Open(const std::string& start, const std::string& git_dir);

  /// The repository that git runs a server hook in, with the objects that are
  /// pushed and still in quarantine (git-receive-pack(1)): `git_dir`, and for
  /// objects the folders of `quarantine`.  Throws Error as Open.
  static Repository OpenForHook(const std::string& git_dir,
                                const Quarantine& quarantine);

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

  /// The name of a file's content at a commit; nothing where the commit has no
  /// file there: a folder, a link and a submodule are none.  Throws Error.
  std::optional<ObjectId> FindBlob(const ObjectId& commit,
                                   const std::string& path) const;

  /// Nothing where it is larger than `most` bytes.  Throws Error.
  std::optional<std::string> ReadBlob(const ObjectId& blob, size_t most) const;

  /// A folder as git stores it.  Throws Error: missing, corrupt, no tree; who
  /// reads its entries may still find that they are malformed.
  Bytes ReadRawTree(const ObjectId& tree) const;

  /// Throws Error where libgit2 cannot read a tree, which says why.
  void RefuseMalformedTree(const ObjectId& tree) const;

  /// The one commit whose id begins with `hex`, 4 to 40 digits; other objects
  /// that begin alike do not make it ambiguous.  Bounded in time: where very
  /// many do, it is ambiguous.  Throws Error.
  CommitByPrefix FindByPrefix(std::string_view hex) const;

  /// The folder of the repository itself, where refs and hooks are: absolute,
  /// with a slash at the end.
  std::string GitDir() const;

  /// What a ref's full name points to, through symbolic refs; nothing where
  /// there is no such ref, or its name is none.  Read anew each time.  Throws
  /// Error where it cannot be read: a ref that is broken is not absent.
  std::optional<ObjectId> ReadRef(const std::string& name) const;

  /// The name that a symbolic ref ends at; `name` itself where it is none.
  std::string FollowSymbolic(const std::string& name) const;

  /// All refs whose names begin with `refs/`, symbolic ones left out, sorted by
  /// name.  Throws Error.
  std::vector<Ref> ReadRefs() const;

  /// Only the push that is under way has it, so that no ref leads to it: it is
  /// in the quarantine and nowhere else.  False where there is none.
  bool IsIncoming(const ObjectId& id) const;

  /// What `id` comes to behind annotated tags, 16 of them at most.  Throws
  /// Error: missing, corrupt, deeper.
  Peeled Peel(const ObjectId& id) const;

  /// The tree of a commit.  Throws Error as ReadCommit, or where the commit
  /// does not say.
  ObjectId TreeOf(const ObjectId& commit) const;

  /// The repository is shallow somewhere.
  bool IsShallow() const;

  /// Creates a ref, or leaves one that already points to `target`.  Writes to
  /// the repository itself, in quarantine too: `target` has to be in it.
  /// Throws Error: it cannot, or the ref points elsewhere.
  void KeepRef(const std::string& name, const ObjectId& target) const;

  /// The history of `id` was cut off behind it by a shallow clone.
  bool IsShallowBoundary(const ObjectId& id) const;

 private:
  struct Handles;
  static Repository OpenAt(const std::string& path, bool search,
                           const Quarantine& quarantine);
  explicit Repository(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

}  // namespace commitgate
