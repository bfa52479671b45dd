// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commitgate {

/// What a description of a pull request says that it fixes and refers to:
/// `Fixes: #12`, with `close` or `resolve` in its place and in all tenses, and
/// `Refs: nodejs/node#12`.
struct DescribedLinks {
  /// URLs, each once.
  std::vector<std::string> fixes;
  std::vector<std::string> refs;

  bool operator==(const DescribedLinks&) const = default;
};

/// As `git node land` finds them: the word behind the colon has to be a whole
/// link, and that one's target counts, which knows issues from pull requests.
DescribedLinks LinksOfHtml(std::string_view html);

/// Of a text without links: what looks like a URL or a short form of GitHub's,
/// whose bare numbers belong to `home`, an `owner/repository`.
DescribedLinks LinksOfText(std::string_view text, std::string_view home);

}  // namespace commitgate
