// SPDX-License-Identifier: MIT
#include "validator/message/github_url.h"

#include <gtest/gtest.h>

#include <vector>

namespace commitgate {
namespace {

using Form = GithubUrl::Form;
using Kind = GithubUrl::Kind;
using Anchor = GithubUrl::Anchor;

/// Everything that was made out, in one line.
std::string Show(std::string_view text) {
  const auto url = ParseGithubUrl(text);
  if (!url)
    return "none";
  constexpr const char* kForms[] = {"https",     "http",  "www",
                                    "no scheme", "short", "number"};
  constexpr const char* kKinds[] = {"?", "issue", "pull"};
  constexpr const char* kAnchors[] = {"", "description", "comment", "review",
                                      "other"};
  std::string shown = kForms[static_cast<int>(url->form)];
  for (const std::string_view part :
       {std::string_view(kKinds[static_cast<int>(url->kind)]), url->owner,
        url->repository, url->number, url->rest,
        std::string_view(kAnchors[static_cast<int>(url->anchor)]),
        url->anchor_text})
    shown.append("|").append(part);
  return shown;
}

TEST(GithubUrl, IsTakenApart) {
  const struct {
    std::string_view text;
    std::string_view shown;
  } kCases[] = {
      {"https://github.com/nodejs/node/issues/12",
       "https|issue|nodejs|node|12|||"},
      {"https://github.com/nodejs/node/pull/12",
       "https|pull|nodejs|node|12|||"},
      {"https://github.com/nodejs/node/pull/12/",
       "https|pull|nodejs|node|12|||"},
      {"https://GitHub.com/nodejs/node/pull/12",
       "https|pull|nodejs|node|12|||"},
      {"https://github.com/nodejs/nodejs.org/issues/1",
       "https|issue|nodejs|nodejs.org|1|||"},
      {"https://github.com/-/_/pull/0", "https|pull|-|_|0|||"},
      {"http://github.com/a/b/pull/1", "http|pull|a|b|1|||"},
      {"http://www.github.com/a/b/pull/1", "http|pull|a|b|1|||"},
      {"https://www.github.com/a/b/pull/1", "www|pull|a|b|1|||"},
      {"github.com/a/b/pull/1", "no scheme|pull|a|b|1|||"},
      {"www.github.com/a/b/pull/1", "no scheme|pull|a|b|1|||"},
      {"nodejs/node#12", "short|?|nodejs|node|12|||"},
      {"#12", "number|?|||12|||"},
      {"GH-12", "number|?|||12|||"},
      {"gh-12", "number|?|||12|||"},
      {"12", "number|?|||12|||"},
      {"https://github.com/a/b/issues/1#issue-2",
       "https|issue|a|b|1||description|#issue-2"},
      {"https://github.com/a/b/issues/1#issuecomment-2",
       "https|issue|a|b|1||comment|#issuecomment-2"},
      {"https://github.com/a/b/issues/1#issuecomment-2/",
       "https|issue|a|b|1||comment|#issuecomment-2"},
      {"https://github.com/a/b/pull/1#discussion_r2",
       "https|pull|a|b|1||review|#discussion_r2"},
      {"https://github.com/a/b/pull/1#pullrequestreview-2",
       "https|pull|a|b|1||review|#pullrequestreview-2"},
      {"https://github.com/a/b/pull/1/files#r2",
       "https|pull|a|b|1||review|/files#r2"},
      {"https://github.com/a/b/pull/1/files", "https|pull|a|b|1|/files||"},
      {"https://github.com/a/b/pull/1/commits/abc",
       "https|pull|a|b|1|/commits/abc||"},
      {"https://github.com/a/b/pull/1?x=1#issuecomment-2",
       "https|pull|a|b|1|?x=1|comment|#issuecomment-2"},
      {"https://github.com/a/b/pull/1//", "https|pull|a|b|1|/||"},
      {"https://github.com/a/b/issues/1.", "https|issue|a|b|1|.||"},
      {"https://github.com/a/b/issues/1#top", "https|issue|a|b|1||other|#top"},
      {"https://github.com/a/b/issues/1#issuecomment-",
       "https|issue|a|b|1||other|#issuecomment-"},
      {"https://github.com/a/b/pull/1/files#r",
       "https|pull|a|b|1||other|/files#r"},
  };
  for (const auto& [text, shown] : kCases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Show(text), shown);
  }
}

TEST(GithubUrl, IsNotSeenInOtherTexts) {
  for (const std::string_view text :
       {"",
        "#",
        "GH-",
        "#x",
        "12 ",
        "1.2",
        "node#12",
        "a/b/c#12",
        "a/b#",
        "../b#1",
        "https://",
        "https://github.com",
        "https://github.com/",
        "https://github.com/nodejs",
        "https://github.com/nodejs/node",
        "https://github.com/nodejs/node/pull/",
        "https://github.com/nodejs/node/pull/???",
        "https://github.com/nodejs/node/pulls/1",
        "https://github.com/nodejs/node/commit/0123456",
        "https://github.com/nodejs/node/discussions/1",
        "https://github.com/nodejs/issues/16210",
        "https://github.com//node/issues/1",
        "https://github.com/../node/issues/1",
        "https://github.com.evil.org/nodejs/node/pull/1",
        "https://gitlab.com/nodejs/node/pull/1",
        "hkttps://github.com/nodejs/node/pull/1",
        "<https://github.com/nodejs/node/pull/1>",
        "https://github.com/nodejs/node/pull/1 (landed)",
        "https://github.com/nodejs/node/pull/1\t(landed)",
        "https://github.com/nodejs/node/pull/\xd9\xa3"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Show(text), "none");
  }
}

std::string Canonical(std::string_view text, Kind kind,
                      std::string_view home = "me/mine") {
  return CanonicalUrl(*ParseGithubUrl(text), kind, home);
}

TEST(GithubUrl, CanBeWrittenAsItShouldBe) {
  EXPECT_EQ(Canonical("http://www.github.com/a/b/pull/1/files", Kind::kIssue),
            "https://github.com/a/b/pull/1");
  EXPECT_EQ(
      Canonical("github.com/a/b/issues/1?x#issuecomment-2", Kind::kPullRequest),
      "https://github.com/a/b/issues/1#issuecomment-2");
  EXPECT_EQ(Canonical("https://github.com/a/b/issues/1#top", Kind::kIssue),
            "https://github.com/a/b/issues/1");
  EXPECT_EQ(Canonical("a/b#1", Kind::kPullRequest),
            "https://github.com/a/b/pull/1");
  EXPECT_EQ(Canonical("#1", Kind::kIssue),
            "https://github.com/me/mine/issues/1");
}

TEST(GithubUrl, OfANumberIsKnownOnlyWithAHome) {
  EXPECT_EQ(Canonical("#1", Kind::kIssue, ""), "");
  EXPECT_EQ(Canonical("a/b#1", Kind::kIssue, ""),
            "https://github.com/a/b/issues/1");
}

TEST(GithubUrl, HasWordsForEachForm) {
  EXPECT_EQ(Describe(Form::kHttps), "");
  for (const Form form :
       {Form::kHttp, Form::kWww, Form::kNoScheme, Form::kShort, Form::kNumber})
    EXPECT_NE(Describe(form), "");
}

}  // namespace
}  // namespace commitgate
