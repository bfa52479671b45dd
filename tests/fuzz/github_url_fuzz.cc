// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "validator/message/commit_reference.h"
#include "validator/message/github_url.h"
#include "validator/message/web_url.h"

using commitgate::GithubUrl;

/// What is suggested must be right: taken as it is by the next look at it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  commitgate::IsWebUrl(text);
  commitgate::IsUrlList(text);
  commitgate::ParseCommitReference(text);
  const auto url = commitgate::ParseGithubUrl(text);
  if (!url)
    return 0;
  const std::string canonical =
      commitgate::CanonicalUrl(*url, GithubUrl::Kind::kIssue, "nodejs/node");
  const auto again = commitgate::ParseGithubUrl(canonical);
  if (!again || again->form != GithubUrl::Form::kHttps ||
      !again->rest.empty() || again->anchor == GithubUrl::Anchor::kOther ||
      again->number != url->number)
    std::abort();
  return 0;
}
