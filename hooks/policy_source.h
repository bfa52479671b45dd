// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "hooks/environment.h"
#include "validator/engine/policy.h"
#include "validator/git/config.h"
#include "validator/git/repository.h"

namespace commitgate {

// Where policies come from: presets, files, and files in repositories.

Policy LoadPresetPolicy(std::string_view name);

/// Opens the repository that `<ref>:<path>` is looked up in; called only then.
using OpenRepository = std::function<Repository()>;

/// The preset, the file or the file in the repository that `name` names;
/// `named_by` says where the name comes from, for errors.  Throws Error.
Policy LoadNamedPolicy(const std::string& name, std::string_view named_by,
                       const OpenRepository& open);

/// The top of the work tree that the current folder is in, found without
/// opening the repository; nothing in a bare one and outside of any.
std::optional<std::string> FindWorkTree(const Environment& environment);

/// The policy for commits made in `work_tree`, the first found of: the
/// configured `commitgate.policy`; `.commitgate.toml` at the top; the preset
/// `nodejs`.  Throws Error, also where git does not show the configuration of
/// the repository that the work tree belongs to.
Policy FindLocalPolicy(const GitConfig& config,
                       const std::optional<std::string>& work_tree,
                       const OpenRepository& open);

/// What is found where nothing is configured.  Needs no configuration, so that
/// it can be loaded while git still tells it.
Policy LoadUnconfiguredPolicy(const std::optional<std::string>& work_tree);

/// The first of these two, given what comes of the second.
Policy FindLocalPolicy(const GitConfig& config,
                       const std::optional<std::string>& work_tree,
                       const OpenRepository& open,
                       const std::function<Policy()>& unconfigured);

/// Whether `config` was read in a repository: each has some configuration.
bool HasRepository(const GitConfig& config);

/// Each repository has some configuration.  Where git does not show it, it does
/// not trust the repository's owner, or there is no git; the policy may be
/// another one.  Throws Error then.
void RequireRepositoryIn(const GitConfig& config);

/// The policy that a repository is served by, and what there is to say of it.
struct ServerPolicy {
  Policy policy;
  /// A line for the pusher, or empty.
  std::string note;
};

/// The policy that git config commitgate.policy of ReadServerConfig names: a
/// preset, a path, in the repository's own folder unless absolute, or
/// `<branch>:<path>` as it is before the push; else `nodejs`.  So, too, while
/// the ref or the file on it does not exist yet, which is noted.  Never a file
/// of a work tree: a push must not bring its own policy.  Throws Error.
ServerPolicy FindServerPolicy(const GitConfig& config,
                              const Repository& repository);

/// What becomes of a server's policy where a push moves a ref.
struct PolicyChange {
  /// As it is afterwards; nothing where it comes from elsewhere, or is not
  /// there yet.
  std::optional<Policy> policy = {};
  /// Why it must not be: it would be gone, or not load, so that nothing could
  /// be pushed.
  std::string refusal = {};
};

/// `before` and `after` are nothing where there is no such ref.  Throws Error:
/// what is there cannot be read.
PolicyChange ChangePolicy(const GitConfig& config, std::string_view ref,
                          const std::optional<ObjectId>& before,
                          const std::optional<ObjectId>& after,
                          const Repository& repository);

}  // namespace commitgate
