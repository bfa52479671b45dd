// SPDX-License-Identifier: MIT
#include "hooks/push/pull_request.h"

#include <string_view>

#include "validator/message/github_url.h"

namespace commitgate {
namespace {

std::string Normal(std::string_view value) {
  auto url = ParseGithubUrl(value);
  if (!url)
    return std::string(value);
  url->anchor_text = {};
  const std::string canonical =
      CanonicalUrl(*url, GithubUrl::Kind::kPullRequest, "");
  return canonical.empty() ? std::string(value) : canonical;
}

}  // namespace

std::vector<std::string> PullRequestsOf(const Message& message) {
  std::vector<std::string> urls;
  for (const Trailer* trailer : message.Metadata("PR-URL"))
    if (!trailer->value.empty())
      urls.push_back(Normal(trailer->value));
  return urls;
}

}  // namespace commitgate
