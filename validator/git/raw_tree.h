// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "validator/git/object_id.h"

namespace commitgate {

// Modes of entries, as git takes them.
constexpr unsigned kFolderMode = 0040000;
constexpr unsigned kFileMode = 0100644;
constexpr unsigned kProgramMode = 0100755;
constexpr unsigned kLinkMode = 0120000;
constexpr unsigned kSubmoduleMode = 0160000;

/// A mode as git takes it, whatever a tree says: `40755` is a folder, too, and
/// what is nothing else is a submodule.
unsigned NormalMode(unsigned mode);

inline bool IsFile(unsigned mode) {
  return mode == kFileMode || mode == kProgramMode;
}

/// An entry of a raw tree object.
struct RawTreeEntry {
  /// One of those above.
  unsigned mode = 0;
  std::string_view name = {};
  /// 20 bytes.
  std::string_view id_bytes = {};
  /// How many bytes all of it takes.
  size_t size = 0;

  ObjectId Id() const;
};

/// The entry that `tree` starts with.  Nothing where it is malformed, or there
/// is none.
std::optional<RawTreeEntry> FirstEntry(std::string_view tree);

struct EntrySearch {
  /// The first of that name; nothing where there is none.
  std::optional<RawTreeEntry> entry;
  /// Before it, or before the end.
  bool is_malformed = false;
};

EntrySearch FindEntry(std::string_view tree, std::string_view name);

/// The order of entries in a tree: by name, and those of folders as if they
/// ended with a slash.  Negative where `a` comes first.
int CompareEntries(const RawTreeEntry& a, const RawTreeEntry& b);

}  // namespace commitgate
