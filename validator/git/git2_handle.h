// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "validator/git/git2_functions.h"
#include "validator/git/object_id.h"

namespace commitgate {

// For validator/git/*.cc only: everybody else sees Repository.

template <auto free>
struct Git2Deleter {
  template <typename T>
  void operator()(T* handle) const {
    (Git2().*free)(handle);
  }
};

template <typename T, auto free>
using Git2Handle = std::unique_ptr<T, Git2Deleter<free>>;

using ObjectHandle = Git2Handle<git_object, &Git2Functions::object_free>;
using OdbHandle = Git2Handle<git_odb, &Git2Functions::odb_free>;
using OdbObjectHandle =
    Git2Handle<git_odb_object, &Git2Functions::odb_object_free>;
using ReferenceHandle =
    Git2Handle<git_reference, &Git2Functions::reference_free>;
using RepositoryHandle =
    Git2Handle<git_repository, &Git2Functions::repository_free>;
using TreeHandle = Git2Handle<git_tree, &Git2Functions::tree_free>;
using TreeEntryHandle =
    Git2Handle<git_tree_entry, &Git2Functions::tree_entry_free>;
using TagHandle = Git2Handle<git_tag, &Git2Functions::tag_free>;

/// Why the last call into libgit2 failed.
std::string Git2Reason(const Git2Functions& git2 = Git2());

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
