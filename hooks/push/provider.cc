// SPDX-License-Identifier: MIT
#include "hooks/push/provider.h"

#include <fmt/core.h>
#include <pwd.h>

#include <algorithm>

#include "hooks/push/push_cert.h"
#include "validator/error.h"
#include "validator/message/ascii.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// Beginnings of the names of variables that a client of ssh or http may set as
/// it likes: what git hands on of a push, what sshd hands on of a session or
/// takes over by default (AcceptEnv), what git asks of it, and what a web
/// server tells of a request.
constexpr std::string_view kOfThePusher[] = {
    "GIT_PUSH_", "GIT_PROTOCOL", "SSH_ORIGINAL_COMMAND",
    "TERM",      "LANG",         "LC_",
    "HTTP_",     "QUERY_STRING", "PATH_INFO",
    "CONTENT_",  "REQUEST_",
};

Claim AskGitolite(const IdentitySources& sources, std::string_view) {
  return ClaimOf(sources.environment, "GL_USER");
}

/// GL_ID is `user-N`, or `key-N` for whoever holds a key; only a deploy key has
/// no user.
Claim AskGitlab(const IdentitySources& sources, std::string_view) {
  const Claim id = ClaimOf(sources.environment, "GL_ID");
  if (!id.id)
    return id;
  Claim name = ClaimOf(sources.environment, "GL_USERNAME");
  if (!name.id && id.id->starts_with("key-"))
    name.why_none = "a deploy key is nobody";
  return name;
}

Claim AskGithub(const IdentitySources& sources, std::string_view) {
  return ClaimOf(sources.environment, "GITHUB_USER_LOGIN");
}

bool IsPositive(std::string_view number) {
  return std::ranges::all_of(number, IsDigit) &&
         number.find_first_not_of('0') != number.npos;
}

/// A deploy key pushes under the name of the repository's owner, who may know
/// nothing of it.
Claim AskGitea(const IdentitySources& sources, std::string_view) {
  const Claim id = ClaimOf(sources.environment, "GITEA_PUSHER_ID");
  if (!id.id)
    return id;
  if (!IsPositive(*id.id))
    return {.why_none = "GITEA_PUSHER_ID is no user's"};
  const auto key = sources.environment.Get("GITEA_DEPLOY_KEY_ID");
  if (key && !key->empty() && key != "0")
    return {.why_none = "a deploy key is nobody"};
  return ClaimOf(sources.environment, "GITEA_PUSHER_NAME");
}

Claim AskHttp(const IdentitySources& sources, std::string_view) {
  return ClaimOf(sources.environment, "REMOTE_USER");
}

Claim AskUnix(const IdentitySources& sources, std::string_view) {
  const passwd* entry = getpwuid(sources.uid);
  if (!entry)
    return {.id = fmt::format("uid-{}", sources.uid)};
  return {.id = entry->pw_name};
}

Claim AskVariable(const IdentitySources& sources, std::string_view name) {
  return ClaimOf(sources.environment, name);
}

[[noreturn]] void Refuse(std::string_view word, std::string_view reason) {
  throw Error(fmt::format("asking '{}' who pushes (commitgate.identity): {}",
                          Printable(word, 64), reason));
}

bool IsVariableName(std::string_view name) {
  const auto fits = [](char c) { return IsAlphanumeric(c) || c == '_'; };
  return !name.empty() && !IsDigit(name[0]) && std::ranges::all_of(name, fits);
}

bool IsSetByPushers(std::string_view name) {
  return std::ranges::any_of(kOfThePusher, [&](std::string_view prefix) {
    return name.starts_with(prefix);
  });
}

}  // namespace

Claim ClaimOf(const Environment& environment, std::string_view variable) {
  std::optional<std::string> value = environment.Get(variable);
  if (!value)
    return {.why_none = fmt::format("{} is not set", variable)};
  if (value->empty())
    return {.why_none = fmt::format("{} is empty", variable)};
  return {.id = std::move(value)};
}

std::span<const Provider> Providers() {
  static constexpr Provider kProviders[] = {
      {"gitolite", AskGitolite},  {"gitlab", AskGitlab}, {"github", AskGithub},
      {"gitea", AskGitea},        {"http", AskHttp},     {"unix", AskUnix},
      {"push-cert", AskPushCert}, {"env:", AskVariable},
  };
  return kProviders;
}

ChosenProvider ChooseProvider(std::string_view word) {
  const size_t colon = word.find(':');
  const std::string_view name =
      colon == word.npos ? word : word.substr(0, colon + 1);
  const auto row = std::ranges::find(Providers(), name, &Provider::word);
  if (row == Providers().end())
    Refuse(word, fmt::format("there is no such provider, it is one of {}",
                             ProviderWords()));
  if (colon == word.npos)
    return {&*row, {}};
  const std::string_view variable = word.substr(colon + 1);
  if (!IsVariableName(variable))
    Refuse(word, "that is no name of a variable");
  if (IsSetByPushers(variable))
    Refuse(word, "pushers can set that variable themselves");
  return {&*row, variable};
}

}  // namespace commitgate
