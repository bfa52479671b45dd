// SPDX-License-Identifier: MIT
#pragma once

#include <git2.h>

#include <memory>
#include <string>
#include <string_view>

#include "validator/git/object_id.h"

namespace commitgate {

// For validator/git/*.cc only: everybody else sees Repository.

template <auto free>
struct Git2Deleter {
  template <typename T>
  void operator()(T* handle) const {
    free(handle);
  }
};

using ObjectHandle = std::unique_ptr<git_object, Git2Deleter<git_object_free>>;
using OdbHandle = std::unique_ptr<git_odb, Git2Deleter<git_odb_free>>;
using OdbObjectHandle =
    std::unique_ptr<git_odb_object, Git2Deleter<git_odb_object_free>>;
using ReferenceHandle =
    std::unique_ptr<git_reference, Git2Deleter<git_reference_free>>;
using RepositoryHandle =
    std::unique_ptr<git_repository, Git2Deleter<git_repository_free>>;
using TreeHandle = std::unique_ptr<git_tree, Git2Deleter<git_tree_free>>;
using TreeEntryHandle =
    std::unique_ptr<git_tree_entry, Git2Deleter<git_tree_entry_free>>;
using TagHandle = std::unique_ptr<git_tag, Git2Deleter<git_tag_free>>;

/// Initialises libgit2, the first time.  It costs milliseconds, so only those
/// who open a repository pay.
void UseLibgit2();

/// Why the last call into libgit2 failed.
std::string Git2Reason();

/// Throws Error("<doing>: <libgit2's reason>") when `code` is negative.
void Must(int code, std::string_view doing);

git_oid ToGit2(const ObjectId& id);
ObjectId FromGit2(const git_oid& oid);

/// The handle that `function(&handle, arguments...)` makes; throws as Must.
template <typename Handle, typename Function, typename... Arguments>
[[nodiscard]] Handle Acquire(std::string_view doing, Function function,
                             Arguments... arguments) {
  typename Handle::pointer handle = nullptr;
  Must(function(&handle, arguments...), doing);
  return Handle(handle);
}

}  // namespace commitgate
