// SPDX-License-Identifier: MIT
#include "hooks/push/identity.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "hooks/push/membership.h"
#include "hooks/push/provider.h"
#include "hooks/push/push_options.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kOnBehalfOf = "on-behalf-of";
constexpr size_t kMostBytes = 255;
constexpr size_t kMostShown = 64;

Identity Nobody(std::string why) {
  return {.why_nobody = std::move(why)};
}

bool IsVisible(char c) {
  return c > ' ' && c < '\x7f';
}

/// Why nobody can be called this; empty: somebody can.
std::string WhyNoName(std::string_view id) {
  if (id.empty())
    return "the name is empty";
  if (id.size() > kMostBytes)
    return fmt::format("the name is longer than {} bytes", kMostBytes);
  if (EqualsIgnoringCase(id, "anonymous"))
    return fmt::format("'{}' is nobody", id);
  if (!std::ranges::all_of(id, IsVisible))
    return fmt::format("'{}' has characters that no name can have",
                       Printable(id, kMostShown));
  return {};
}

Identity AskProvider(const IdentitySources& sources) {
  const ChosenProvider chosen = ChooseProvider(sources.provider);
  Claim claim = chosen.row->ask(sources, chosen.argument);
  if (claim.id)
    claim.why_none = WhyNoName(*claim.id);
  if (!claim.why_none.empty())
    return Nobody(fmt::format("'{}' does not say who pushes: {}",
                              sources.provider, claim.why_none));
  return {.pusher = Pusher{std::string(sources.provider), *claim.id}};
}

bool IsDelegate(const std::string& id, const IdentitySources& sources) {
  const PushPolicy& policy = sources.policy;
  std::vector<std::string> groups;
  if (sources.roster_groups && !policy.delegates.empty())
    groups = sources.roster_groups(id);
  return Includes(policy, policy.delegates, id, groups);
}

/// Whom the pusher pushes for, as far as that is the pusher's to say.  Who may
/// not say it does not become nobody, who could push where nobody is asked for.
Identity OnBehalfOf(Identity identity, const std::vector<std::string>& names,
                    const IdentitySources& sources) {
  const Pusher delegate = *identity.pusher;
  if (!IsDelegate(delegate.id, sources)) {
    identity.refusal = fmt::format("'{}' may not push on behalf of others",
                                   Printable(delegate.id));
    return identity;
  }
  if (names.size() > 1) {
    identity.refusal = "a push is on behalf of one person, not of several";
    return identity;
  }
  const std::string why = WhyNoName(names[0]);
  if (!why.empty()) {
    identity.refusal = "the push is on behalf of nobody: " + why;
    return identity;
  }
  return {.pusher = Pusher{delegate.provider, names[0]}, .delegate = delegate};
}

}  // namespace

Identity Identify(const IdentitySources& sources) {
  if (sources.provider.empty())
    return Nobody(
        "this server is not told how to know who pushes: git config "
        "commitgate.identity is not set");
  Identity identity = AskProvider(sources);
  if (!identity.pusher || !sources.is_receive_hook)
    return identity;
  const std::vector<std::string> names =
      ValuesOf(ReadPushOptions(sources.environment), kOnBehalfOf);
  if (names.empty())
    return identity;
  return OnBehalfOf(std::move(identity), names, sources);
}

std::string_view ProviderWords() {
  static const std::string words = [] {
    std::string list;
    for (const Provider& provider : Providers()) {
      list += list.empty() ? "" : ", ";
      list += provider.word;
      list += provider.word.ends_with(':') ? "NAME" : "";
    }
    return list;
  }();
  return words;
}

}  // namespace commitgate
