// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validator/message/ascii.h"

namespace commitgate {

/// What people write to point at an issue or a pull request on GitHub, taken
/// apart: its URL, right or nearly so, or one of GitHub's short forms.  Views
/// into the text.
struct GithubUrl {
  /// How it starts.
  enum class Form {
    kHttps,     ///< `https://github.com/`: the only right one.
    kHttp,      ///< `http://github.com/`, with `www.` or without.
    kWww,       ///< `https://www.github.com/`.
    kNoScheme,  ///< `github.com/`, with `www.` or without.
    kShort,     ///< `owner/repository#12`.
    kNumber,    ///< `#12`, `GH-12` or `12`: owner and repository are empty.
  };
  /// The short forms do not say.
  enum class Kind { kUnknown, kIssue, kPullRequest };
  enum class Anchor {
    kNone,
    kDescription,  ///< `#issue-1`: what the issue was opened with.
    kComment,      ///< `#issuecomment-1`.
    kReview,       ///< `#discussion_r1`, `#pullrequestreview-1`, `/files#r1`.
    kOther,
  };

  Form form = Form::kHttps;
  Kind kind = Kind::kUnknown;
  Anchor anchor = Anchor::kNone;
  std::string_view owner;
  std::string_view repository;
  std::string_view number;
  /// What stands between the number and the anchor: `/files`, `?x=1`, a full
  /// stop.  One slash at the very end of the URL is nothing.
  std::string_view rest;
  /// As written, from `#` or `/files#` on.
  std::string_view anchor_text;
};

/// Whether the name of an owner or a repository may have `c`.
constexpr bool IsGithubNameCharacter(char c) {
  return IsAlphanumeric(c) || c == '-' || c == '_' || c == '.';
}

/// Nothing where `text` does not point at an issue or a pull request.
std::optional<GithubUrl> ParseGithubUrl(std::string_view text);

/// A sentence's end for people, on all forms but kHttps: "is a number, not a
/// URL".
std::string_view Describe(GithubUrl::Form form);

/// `url` as it should be written, without `rest` and odd anchors.  It is of
/// `kind` where it does not say.  A bare number belongs to `home`, an
/// `owner/repository`; without one, nothing is known of it: empty.
std::string CanonicalUrl(const GithubUrl& url, GithubUrl::Kind kind,
                         std::string_view home);

}  // namespace commitgate
