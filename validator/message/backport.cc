// SPDX-License-Identifier: MIT
#include "validator/message/backport.h"

#include <algorithm>

#include "validator/message/github_url.h"

namespace commitgate {
namespace {

bool NamesPullRequest(const Trailer* trailer) {
  const auto url = ParseGithubUrl(trailer->value);
  return url && url->kind == GithubUrl::Kind::kPullRequest;
}

}  // namespace

bool IsBackport(const Message& message) {
  return std::ranges::any_of(message.Metadata("Backport-PR-URL"),
                             NamesPullRequest);
}

}  // namespace commitgate
