// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "hooks/environment.h"
#include "hooks/push/ref_update.h"
#include "hooks/pusher.h"
#include "validator/engine/push_policy.h"
#include "validator/git/repository.h"

namespace commitgate {

/// Who pushes, or why that is nobody.
struct Identity {
  std::optional<Pusher> pusher = {};
  /// A sentence for people, where there is no pusher.
  std::string why_nobody = {};
  /// The delegate that pushes in the pusher's name.
  std::optional<Pusher> delegate = {};
  /// Why the push has to be refused whatever it asks for, where the pusher
  /// claims to be somebody else; else empty.
  std::string refusal = {};
};

/// What the providers look at.
struct IdentitySources {
  /// `commitgate.identity`; empty where it is not configured.
  std::string_view provider;
  const Environment& environment;
  /// Who may push in somebody's name.
  const PushPolicy& policy;
  /// The groups of the roster that somebody is in, of the branch that HEAD
  /// names; empty: there is no roster.
  std::function<std::vector<std::string>(const std::string& id)> roster_groups =
      {};
  /// The real user id of the process.
  unsigned uid = 0;
  /// Whether git hands on push options and certificates: pre- and post-receive
  /// only.  Elsewhere these variables may be anybody's.
  bool is_receive_hook = false;
  /// For push certificates: what the push asks for, and where the certificate
  /// is.
  const std::vector<RefUpdate>& updates;
  const Repository& repository;
};

/// Asks the one provider that is configured.  Throws Error for one that there
/// is not: a server that is set up wrongly refuses.
Identity Identify(const IdentitySources& sources);

/// The words that `commitgate.identity` may be, for people.
std::string_view ProviderWords();

}  // namespace commitgate
