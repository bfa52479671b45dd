// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/cleanup.h"
#include "validator/message/message.h"

namespace commitgate {

/// Bytes that keep their place when their owner is moved; std::string does not.
using Bytes = std::vector<char>;

inline std::string_view View(const Bytes& bytes) {
  return {bytes.data(), bytes.size()};
}

/// Who and when, of an author or committer header.  Never trusted to decide
/// anything: whoever makes the commit writes it.
struct Signature {
  std::string_view name;
  std::string_view email;
  /// Seconds since the epoch, where the header has them.
  std::optional<int64_t> time;
};

/// A commit to be judged, wherever it came from.  Owns its bytes; all views in
/// it point there and survive a move.
struct Commit {
  /// What people and reports call it: an object id, a JSON id, a file's name.
  std::string id;
  /// How many parents; unknown for a message file and for JSON without them.
  std::optional<int> parents;
  std::optional<Signature> author;
  std::optional<Signature> committer;
  Message message;

  /// The charset that the object declares, or empty.
  std::string_view charset;
  /// The text could not be converted from `charset` and is judged as it is.
  bool undecodable = false;

  /// `bytes` are the object that a repository stores under `id`: whoever read
  /// it there says so.
  bool is_stored = false;

  Commit() = default;
  Commit(Commit&&) = default;
  Commit& operator=(Commit&&) = default;

  bool IsMerge() const { return parents.value_or(0) > 1; }

  Bytes bytes;
  Bytes decoded;
  Bytes author_bytes;
};

/// Reads a raw commit object.  Headers end at the first empty line; lines of
/// headers that are unknown or malformed are passed over.
Commit ParseCommitObject(std::string id, Bytes object);

/// The same of the object that a repository stores under `id`.
Commit ParseStoredCommit(std::string id, Bytes object);

/// A commit that is only a message: JSON and standard input.
Commit MakeCommit(std::string id, std::string_view message);

/// The commit that git is about to make of a message file.
Commit MakeCommit(std::string id, std::string_view file,
                  const Cleanup& cleanup);

/// Copies the author into `commit`, which came from elsewhere than an object.
void SetAuthor(Commit& commit, std::string_view name, std::string_view email);

}  // namespace commitgate
