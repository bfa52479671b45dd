// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

Lines Judge(std::string_view value, const Given& given = {}) {
  return Complaints(kRefsUrl, "doc: x\n\nRefs: " + std::string(value), given);
}

TEST(RefsUrl, IsOptional) {
  EXPECT_EQ(Complaints(kRefsUrl, ""), Lines{});
  EXPECT_EQ(Complaints(kRefsUrl, "doc: x\n\nPR-URL: u"), Lines{});
}

TEST(RefsUrl, IsAnyUrlOrACommit) {
  for (const std::string_view value :
       {"https://github.com/nodejs/node/pull/1",
        "https://github.com/v8/v8/compare/7.0.276.35...7.0.276.36",
        "http://example.com", "https://hackerone.com/reports/1",
        "https://bugs.chromium.org/p/v8/issues/detail?id=1,2",
        "0123456789ab (\"doc: x\")", "0123456789ab \"doc: x\"",
        "https://example.com/x 0123456789ab (\"doc: x\")"}) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Judge(value), Lines{});
  }
}

TEST(RefsUrl, SaysWhatIsWrongAndHowToRepairIt) {
  constexpr std::string_view kNeither =
      "is neither a URL nor a commit, wanted one of them and nothing else";
  const struct {
    std::string_view value;
    std::string_view fault;
    std::string_view suggestion;
  } kCases[] = {
      {"#12", "is a number, wanted the whole URL",
       "https://github.com/nodejs/node/issues/12"},
      {"a/b#12", "is short for a URL, wanted the whole URL",
       "https://github.com/a/b/issues/12"},
      {"github.com/a/b/pull/1", "does not start with 'https://'",
       "https://github.com/a/b/pull/1"},
      {"https://a.org, https://b.org", "holds several URLs, wanted one a line",
       ""},
      {"https://a.org,https://b.org", "holds several URLs, wanted one a line",
       ""},
      {"de224d6e6c9381e71ffee965dbda928802cc438e",
       "names a commit without its subject, wanted '<hash> (\"<subject>\")'",
       ""},
      {"https://a.org (the report)", kNeither, ""},
      {"CVE-2018-12115", kNeither, ""},
      {"ftp://a.org", kNeither, ""},
      {"refs/heads/master@{#56068}", kNeither, ""},
  };
  for (const auto& [value, fault, suggestion] : kCases) {
    SCOPED_TRACE(value);
    std::string complaint = "3:7+" + std::to_string(value.size()) +
                            ": error: Refs " + std::string(fault) + " [" +
                            std::string(value) + "]";
    if (!suggestion.empty())
      complaint.append(" -> ").append(suggestion);
    EXPECT_EQ(Judge(value), Lines{complaint});
  }
}

TEST(RefsUrl, WarnsOfAShortHash) {
  EXPECT_EQ(Judge("0123456 (\"x\")"),
            Lines{"3:7+13: warning: Refs names a commit by fewer than 12 "
                  "digits, which may become ambiguous [0123456 (\"x\")]"});
}

TEST(RefsUrl, IsEmpty) {
  EXPECT_EQ(Judge("\nPR-URL: u"),
            Lines{"3:1+4: error: Refs is empty, wanted a URL or a commit"});
}

TEST(RefsUrl, IsSpeltWithAnS) {
  EXPECT_EQ(
      Complaints(kRefsUrl, "doc: x\n\nRef: https://a.org"),
      Lines{"3:1+3: warning: 'Ref' is misspelt, wanted 'Refs' [Ref] -> Refs"});
}

TEST(RefsUrl, IsJudgedThoughMisspelt) {
  EXPECT_EQ(Complaints(kRefsUrl, "doc: x\n\nref: #1"),
            (Lines{"3:6+2: error: Ref is a number, wanted the whole URL [#1] "
                   "-> https://github.com/nodejs/node/issues/1",
                   "3:1+3: warning: 'ref' is misspelt, wanted 'Refs' [ref] "
                   "-> Refs"}));
}

TEST(RefsUrl, OfANumberDependsOnTheRepository) {
  EXPECT_EQ(Judge("#1", {.options = {{"repository", "me/mine"}}}),
            Lines{"3:7+2: error: Refs is a number, wanted the whole URL [#1] "
                  "-> https://github.com/me/mine/issues/1"});
}

TEST(RefsUrl, JudgesDraftsToo) {
  EXPECT_FALSE(kRefsUrl.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
