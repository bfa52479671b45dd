// SPDX-License-Identifier: MIT
#include "validator/repair/pull_request.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

/// A document with these members of the pull request.
std::string Document(std::string_view members) {
  return R"({"data":{"repository":{"pullRequest":{)" + std::string(members) +
         "}}}}";
}

constexpr char kUrl[] = R"("url":"https://github.com/nodejs/node/pull/1")";

std::string WhyRefused(const std::string& json) {
  try {
    ReadPullRequest(json);
  } catch (const Error& error) {
    return error.what();
  }
  return "it is not";
}

TEST(ReadPullRequest, TakesWhatLandingNeeds) {
  const std::string json = Document(R"(
    "title": "doc: x", "url": "https://github.com/nodejs/node/pull/1",
    "author": {"login": "ann"},
    "bodyHTML": "<p>Fixes: <a href=\"https://github.com/a/b/issues/2\">a/b#2</a></p>",
    "bodyText": "Fixes: #3",
    "reviews": {"totalCount": 4, "pageInfo": {"hasNextPage": false}, "nodes": [
      {"state": "APPROVED", "author": {"login": "cid"}, "publishedAt": "2020-02"},
      {"state": "APPROVED", "author": {"login": "bob"}, "publishedAt": "2020-01"},
      {"state": "APPROVED", "author": null, "publishedAt": "2020-01"},
      {"state": "APPROVED", "author": {}, "publishedAt": "2020-01"},
      {"state": "APPROVED", "author": {"login": "dan"}, "publishedAt": "2020-01"},
      {"state": "DISMISSED", "author": {"login": "dan"}, "publishedAt": "2020-03"}
    ]},
    "comments": {"nodes": [
      {"bodyText": "LGTM", "author": {"login": "eve"}, "publishedAt": "2020-01"}
    ]})");
  EXPECT_EQ(ReadPullRequest(json),
            (PullRequest{"https://github.com/nodejs/node/pull/1",
                         "ann",
                         {{"https://github.com/a/b/issues/2"}, {}},
                         {"bob", "cid", "eve"}}));
}

TEST(ReadPullRequest, GetsByOnLittle) {
  EXPECT_EQ(ReadPullRequest(Document(std::string(kUrl) +
                                     R"(,"author":null,"bodyText":"Refs: #2",
                                     "reviews":{"nodes":[]})")),
            (PullRequest{"https://github.com/nodejs/node/pull/1",
                         "",
                         {{}, {"https://github.com/nodejs/node/issues/2"}},
                         {}}));
}

TEST(ReadPullRequest, NamesTheKeyThatIsWrong) {
  const std::string at =
      "reading the pull request: 'data.repository.pullRequest";
  struct Case {
    std::string json;
    std::string reason;
  };
  const std::string url = kUrl;
  for (
      const auto& [json, reason] : {
          Case{"[]",
               "reading the pull request: '' is of the kind array, "
               "wanted an object"},
          Case{"{}", "reading the pull request: 'data' is missing"},
          Case{R"({"data":null,"errors":[]})",
               "reading the pull request: 'data' is missing"},
          Case{R"({"data":{"repository":[]}})",
               "reading the pull request: 'data.repository' is of the kind "
               "array, wanted an object"},
          Case{R"({"data":{"repository":{"pullRequest":null}}})",
               at + "' is missing"},
          Case{Document(""), at + ".url' is missing"},
          Case{Document(R"("url":1)"),
               at + ".url' is of the kind number, wanted a string"},
          Case{Document(R"("url":"https://github.com/a/b/issues/1")"),
               at + ".url' is 'https://github.com/a/b/issues/1', wanted the "
                    "URL of a pull request"},
          Case{Document(R"("url":"https://github.com/a/b/pull/1\nX: y")"),
               at + ".url' is 'https://github.com/a/b/pull/1\\nX: y', wanted "
                    "the URL of a pull request"},
          Case{Document(url),
               at + ".bodyHTML' is missing, and so is 'data.repository."
                    "pullRequest.bodyText'"},
          Case{Document(url + R"(,"bodyHTML":"")"),
               at + ".reviews' is missing"},
          Case{Document(url + R"(,"bodyHTML":"","reviews":{})"),
               at + ".reviews.nodes' is missing"},
          Case{Document(url + R"(,"bodyHTML":"","reviews":{"nodes":{}})"),
               at + ".reviews.nodes' is of the kind object, wanted an array"},
          Case{Document(url + R"(,"bodyHTML":"","reviews":{"nodes":[1]})"),
               at + ".reviews.nodes[0]' is of the kind number, wanted an "
                    "object"},
          Case{
              Document(
                  url +
                  R"(,"bodyHTML":"","reviews":{"nodes":[{"author":{"login":[]}}]})"),
              at + ".reviews.nodes[0].author.login' is of the kind array, "
                   "wanted a string"},
          Case{
              Document(
                  url +
                  R"(,"bodyHTML":"","reviews":{"pageInfo":{"hasNextPage":true},"nodes":[]})"),
              at + ".reviews.pageInfo.hasNextPage' says that there are more, "
                   "wanted all of them"},
          Case{Document(url + R"(,"author":"ann","bodyHTML":"")"),
               at + ".author' is of the kind string, wanted an object"},
      }) {
    SCOPED_TRACE(json);
    EXPECT_EQ(WhyRefused(json), reason);
  }
}

TEST(ReadPullRequest, RefusesWhatIsNoJson) {
  for (const std::string& json :
       {std::string(), std::string("{"), std::string("\xff"),
        std::string("{\"a\":\"\x1b\"}"), std::string(100'000, '[')}) {
    const std::string reason = WhyRefused(json);
    EXPECT_TRUE(reason.starts_with("reading the pull request: ")) << reason;
    EXPECT_EQ(reason.find('\x1b'), reason.npos);
  }
}

TEST(ReadPullRequest, RefusesWhatIsTooLarge) {
  EXPECT_EQ(WhyRefused(std::string(kMaxPullRequest + 1, ' ')),
            "reading the pull request: it is larger than 16777216 bytes");
}

}  // namespace
}  // namespace commitgate
