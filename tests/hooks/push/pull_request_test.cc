// SPDX-License-Identifier: MIT
#include "hooks/push/pull_request.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using Lines = std::vector<std::string>;

const std::string kUrl = "https://github.com/nodejs/node/pull/12";

TEST(PullRequest, IsNamedInOneWay) {
  const struct {
    std::string value;
    Lines urls;
  } kCases[] = {
      {kUrl, {kUrl}},
      {kUrl + "/", {kUrl}},
      {"http://www.github.com/nodejs/node/pull/12", {kUrl}},
      {"nodejs/node#12", {kUrl}},
      {kUrl + "#issuecomment-1", {kUrl}},
      {"https://github.com/nodejs/node/pull/13",
       {"https://github.com/nodejs/node/pull/13"}},
      {"https://github.com/other/node/pull/12",
       {"https://github.com/other/node/pull/12"}},
      {"https://example.com/12", {"https://example.com/12"}},
      {"#12", {"#12"}},
      {"", {}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.value);
    const std::string text = "a: b\n\nPR-URL: " + test.value + "\n";
    EXPECT_EQ(PullRequestsOf(MakeMessage(text)), test.urls);
  }
}

TEST(PullRequest, MayBeOneOfSeveral) {
  const std::string text = "a: b\n\nPR-URL: " + kUrl + "\nPR-URL: x\n";
  EXPECT_EQ(PullRequestsOf(MakeMessage(text)), (Lines{kUrl, "x"}));
  EXPECT_EQ(PullRequestsOf(MakeMessage("")), Lines{});
}

}  // namespace
}  // namespace commitgate::testing
