// SPDX-License-Identifier: MIT
#pragma once

#include <git2.h>
#include <git2/odb_backend.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

// For validator/git/*.cc only.

/// What is asked of libgit2: one line a function, without its `git_`.
#define COMMITGATE_GIT2_FUNCTIONS(F) \
  F(blob_rawcontent)                 \
  F(blob_rawsize)                    \
  F(buf_dispose)                     \
  F(config_add_file_ondisk)          \
  F(config_free)                     \
  F(config_iterator_free)            \
  F(config_iterator_new)             \
  F(config_new)                      \
  F(config_next)                     \
  F(diff_options_init)               \
  F(error_last)                      \
  F(error_set_str)                   \
  F(libgit2_init)                    \
  F(libgit2_opts)                    \
  F(merge_bases)                     \
  F(object_free)                     \
  F(object_id)                       \
  F(object_string2type)              \
  F(object_type)                     \
  F(object_type2string)              \
  F(odb_add_alternate)               \
  F(odb_add_backend)                 \
  F(odb_backend_data_alloc)          \
  F(odb_backend_loose)               \
  F(odb_backend_pack)                \
  F(odb_exists)                      \
  F(odb_exists_prefix)               \
  F(odb_free)                        \
  F(odb_init_backend)                \
  F(odb_new)                         \
  F(odb_object_data)                 \
  F(odb_object_free)                 \
  F(odb_object_size)                 \
  F(odb_object_type)                 \
  F(odb_read)                        \
  F(odb_read_header)                 \
  F(oid_fromstrn)                    \
  F(oidarray_dispose)                \
  F(patch_free)                      \
  F(patch_from_buffers)              \
  F(patch_print)                     \
  F(reference_create)                \
  F(reference_dwim)                  \
  F(reference_free)                  \
  F(reference_target)                \
  F(repository_commondir)            \
  F(repository_free)                 \
  F(repository_head_unborn)          \
  F(repository_item_path)            \
  F(repository_open_ext)             \
  F(repository_path)                 \
  F(repository_set_odb)              \
  F(repository_workdir)              \
  F(revparse_single)                 \
  F(tag_free)                        \
  F(tag_lookup)                      \
  F(tag_target_id)                   \
  F(tree_entry_bypath)               \
  F(tree_entry_filemode_raw)         \
  F(tree_entry_free)                 \
  F(tree_entry_id)                   \
  F(tree_free)                       \
  F(tree_lookup)

namespace commitgate {

/// libgit2's functions as its headers declare them.
struct Git2Functions {
#define COMMITGATE_DECLARE(name) decltype(&::git_##name) name;
  COMMITGATE_GIT2_FUNCTIONS(COMMITGATE_DECLARE)
#undef COMMITGATE_DECLARE
};

/// libgit2, loaded and initialised by whoever asks first.
///
/// It is not linked: with the libraries that it needs to speak to servers it
/// takes milliseconds to load, and as many to initialise, which is more than
/// most of what the program does without it.  Throws Error where it cannot be
/// loaded.
const Git2Functions& Git2();

}  // namespace commitgate
