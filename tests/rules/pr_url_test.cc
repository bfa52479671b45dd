// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

Lines Judge(std::string_view value, const Given& given = {}) {
  return Complaints(kPrUrl, "doc: x\n\nPR-URL: " + std::string(value), given);
}

TEST(PrUrl, IsAPullRequestOnGithub) {
  for (const std::string_view value :
       {"https://github.com/nodejs/node/pull/1",
        "https://github.com/nodejs/node/pull/12/",
        "https://GitHub.com/nodejs/node/pull/1",
        "https://github.com/joyent/node/pull/1",
        "https://github.com/nodejs/io.js/pull/1",
        "https://github.com/nodejs/node-v0.x-archive/pull/1"}) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Judge(value), Lines{});
  }
}

TEST(PrUrl, IsMissing) {
  for (const std::string_view message :
       {"", "doc: x", "doc: x\n\nsee https://github.com/nodejs/node/pull/1",
        "doc: x\n\nBackport-PR-URL: https://github.com/nodejs/node/pull/1"}) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Complaints(kPrUrl, message),
              Lines{"1:1+0: error: PR-URL is missing"});
  }
}

TEST(PrUrl, IsReadWhereverItStands) {
  EXPECT_EQ(Complaints(kPrUrl,
                       "doc: x\n\npr-url : https://github.com/a/b/pull/1\n\n"
                       "Reviewed-By: A <a@b.c>"),
            Lines{});
}

TEST(PrUrl, SaysWhatIsWrongAndHowToRepairIt) {
  const struct {
    std::string_view value;
    std::string_view fault;
    std::string_view suggestion;
  } kCases[] = {
      {"#12", "is a number, wanted the whole URL",
       "https://github.com/nodejs/node/pull/12"},
      {"12", "is a number, wanted the whole URL",
       "https://github.com/nodejs/node/pull/12"},
      {"GH-12", "is a number, wanted the whole URL",
       "https://github.com/nodejs/node/pull/12"},
      {"a/b#12", "is short for a URL, wanted the whole URL",
       "https://github.com/a/b/pull/12"},
      {"http://github.com/a/b/pull/1", "starts with 'http:', wanted 'https:'",
       "https://github.com/a/b/pull/1"},
      {"https://www.github.com/a/b/pull/1",
       "has the host 'www.github.com', wanted 'github.com'",
       "https://github.com/a/b/pull/1"},
      {"github.com/a/b/pull/1", "does not start with 'https://'",
       "https://github.com/a/b/pull/1"},
      {"https://github.com/a/b/pull/1/files", "has '/files' behind the number",
       "https://github.com/a/b/pull/1"},
      {"https://github.com/a/b/pull/1/commits/0123456",
       "has '/commits/0123456' behind the number",
       "https://github.com/a/b/pull/1"},
      {"https://github.com/a/b/pull/1?x=1", "has '?x=1' behind the number",
       "https://github.com/a/b/pull/1"},
      {"https://github.com/a/b/pull/1#issuecomment-2",
       "has '#issuecomment-2' behind the number",
       "https://github.com/a/b/pull/1"},
      {"https://github.com/a/b/pull/1//", "has '/' behind the number",
       "https://github.com/a/b/pull/1"},
      {"https://github.com/a/b/pull/1.", "has '.' behind the number",
       "https://github.com/a/b/pull/1"},
      // An issue may have any pull request.
      {"https://github.com/a/b/issues/1",
       "is the URL of an issue, wanted a pull request's", ""},
      {"http://github.com/a/b/issues/1",
       "is the URL of an issue, wanted a pull request's", ""},
      {"https://github.com/a/b/pull/1, https://github.com/a/b/pull/2",
       "holds several URLs, wanted one", ""},
      {"https://github.com/a/b/pull/???",
       "is not the URL of a pull request, wanted "
       "'https://github.com/<owner>/<repository>/pull/<number>'",
       ""},
      {"hkttps://github.com/a/b/pull/1",
       "is not the URL of a pull request, wanted "
       "'https://github.com/<owner>/<repository>/pull/<number>'",
       ""},
  };
  for (const auto& [value, fault, suggestion] : kCases) {
    SCOPED_TRACE(value);
    std::string complaint = "3:9+" + std::to_string(value.size()) +
                            ": error: PR-URL " + std::string(fault) + " [" +
                            std::string(value) + "]";
    if (!suggestion.empty())
      complaint.append(" -> ").append(suggestion);
    EXPECT_EQ(Judge(value), Lines{complaint});
  }
}

TEST(PrUrl, IsEmpty) {
  EXPECT_EQ(
      Judge(""),
      Lines{"3:1+6: error: PR-URL is empty, wanted the URL of a pull request"});
}

TEST(PrUrl, OfANumberDependsOnTheRepository) {
  EXPECT_EQ(Judge("#1", {.options = {{"repository", "me/mine"}}}),
            Lines{"3:9+2: error: PR-URL is a number, wanted the whole URL [#1] "
                  "-> https://github.com/me/mine/pull/1"});
  EXPECT_EQ(
      Judge("#1", {.options = {{"repository", ""}}}),
      Lines{"3:9+2: error: PR-URL is a number, wanted the whole URL [#1]"});
}

TEST(PrUrl, DiffersFromAnother) {
  EXPECT_EQ(Judge("https://github.com/a/b/pull/1\n"
                  "PR-URL: https://github.com/a/b/pull/2"),
            Lines{"4:9+29: error: PR-URL differs from the one on line 3, "
                  "wanted one [https://github.com/a/b/pull/2]"});
}

TEST(PrUrl, RepeatsAnother) {
  EXPECT_EQ(Judge("https://github.com/a/b/pull/1\n"
                  "PR-URL: https://github.com/a/b/pull/1/"),
            Lines{"4:9+30: warning: PR-URL repeats the one on line 3, "
                  "wanted one [https://github.com/a/b/pull/1/]"});
}

TEST(PrUrl, IsJudgedThoughAnotherIsFine) {
  EXPECT_EQ(Judge("#1\nPR-URL: https://github.com/a/b/pull/1\nPR-URL:"),
            (Lines{"3:9+2: error: PR-URL is a number, wanted the whole URL "
                   "[#1] -> https://github.com/nodejs/node/pull/1",
                   "5:1+6: error: PR-URL is empty, wanted the URL of a pull "
                   "request"}));
}

TEST(PrUrl, MayBeFolded) {
  EXPECT_EQ(Judge("\n https://github.com/a/b/pull/1"), Lines{});
}

TEST(PrUrl, IsForLandingOnly) {
  EXPECT_TRUE(kPrUrl.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
