// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "validator/repair/described_links.h"

namespace commitgate {

/// A pull request as GitHub describes it.
struct PullRequest {
  std::string url;
  /// Empty where the account is gone.
  std::string author = {};
  DescribedLinks links = {};
  /// Logins of those whose last word is an approval, in the order in which they
  /// spoke up.  Whether they are collaborators is for a roster to say.
  std::vector<std::string> approvers = {};

  bool operator==(const PullRequest&) const = default;
};

/// In bytes; a real one has a few hundred thousand.
inline constexpr size_t kMaxPullRequest = 16 * 1024 * 1024;

/// Reads the answer of GitHub's GraphQL interface to what `git node` asks it,
/// as one document: `data.repository.pullRequest` with `url`, `bodyHTML` or
/// `bodyText`, `author`, all `reviews`, and `comments` if any count.  Throws
/// Error that names the key: missing, of the wrong kind, more than one page.
PullRequest ReadPullRequest(std::string_view json);

}  // namespace commitgate
