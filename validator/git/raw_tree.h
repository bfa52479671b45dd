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

/// An entry of a raw tree object.
struct RawTreeEntry {
  /// One of those above, whatever the tree says.
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

}  // namespace commitgate
