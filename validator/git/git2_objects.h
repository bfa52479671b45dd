// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validator/git/git2_handle.h"
#include "validator/git/object_store.h"
#include "validator/git/repository.h"

namespace commitgate {

// For validator/git/repository*.cc only: objects that an ObjectStore does not
// know, as libgit2 reads them.  All throw Error("<doing>: <reason>").

StoredObject ReadObject(git_odb* odb, const ObjectId& id,
                        std::string_view doing);

/// Without its content, which may be large.
ObjectType ReadType(git_odb* odb, const ObjectId& id, std::string_view doing);

/// A raw tree, of which libgit2 has read each entry.
Bytes ReadWellFormedTree(git_repository* repository, git_odb* odb,
                         const ObjectId& tree, const std::string& doing);

/// Reads the entries of a tree to see whether they can be read.
void MustBeTree(git_repository* repository, const ObjectId& tree,
                const std::string& doing);

/// What is at `path` in a tree; nothing where it is no file.
std::optional<ObjectId> FindFile(git_repository* repository,
                                 const ObjectId& tree, const std::string& path,
                                 const std::string& doing);

/// Nothing where it is larger than `most` bytes.
std::optional<std::string> ReadContent(git_odb* odb, const ObjectId& id,
                                       size_t most, const std::string& doing);

}  // namespace commitgate
