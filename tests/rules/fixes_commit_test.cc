// SPDX-License-Identifier: MIT
#include <string>

#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

const std::string kBug = "0123456789abcdef0123456789abcdef01234567";
const std::string kOther = "89abcdef0123456789abcdef0123456789abcdef";
const std::string kTwin = "0123456789abffff0123456789abcdef01234567";
const std::string kPullRequest =
    "\nPR-URL: https://github.com/example/rocket/pull/12";

class FixesCommit : public ::testing::Test {
 protected:
  FixesCommit() {
    repository_.AddAncestor(kBug, "lib: add a bug");
    repository_.AddElsewhere(kOther, "lib: add another");
  }

  Lines Judge(const std::string& trailers, Stage stage = Stage::kLanding) {
    return Complaints(kFixesCommit, "lib: mend it\n\n" + trailers,
                      {.stage = stage, .views = {.repository = &repository_}});
  }

  FakeRepositoryView repository_;
};

TEST_F(FixesCommit, IsThereWithItsSubject) {
  const struct {
    const char* what;
    std::string trailers;
  } kCases[] = {
      {"in parentheses", "Fixes: 0123456789ab (\"lib: add a bug\")"},
      {"without", "Fixes: 0123456789ab \"lib: add a bug\""},
      {"the whole hash", "Fixes: " + kBug + " (\"lib: add a bug\")"},
      {"a short hash", "Fixes: 0123456 (\"lib: add a bug\")"},
      {"a subject that is cut", "Fixes: 0123456789ab (\"lib: add...\")"},
      {"a subject with a number",
       "Fixes: 0123456789ab (\"lib: add a bug (#7)\")"},
      {"folded", "Fixes: 0123456789ab\n (\"lib: add a\n bug\")"},
      {"no subject, which another rule reports", "Fixes: 0123456789ab"},
      {"Refs", "Refs: 0123456789ab (\"lib: add a bug\")"},
      {"in other case", "fixes: 0123456789ab (\"lib: add a bug\")"},
      {"outside of the block",
       "Fixes: 0123456789ab (\"lib: add a bug\")\n\nThanks"},
      {"behind a URL",
       "Fixes: https://github.com/example/rocket/issues/1 0123456789ab "
       "(\"lib: add a bug\")" +
           kPullRequest},
      {"several",
       "Fixes: 0123456789ab (\"lib: add a bug\")\n"
       "Refs: 89abcdef0123 (\"lib: add another\")"},
  };
  for (const auto& [what, trailers] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(trailers), Lines{});
  }
}

TEST_F(FixesCommit, WhatNamesNoCommitIsFree) {
  for (const char* const trailers : {
           "",
           "Fixes: https://github.com/nodejs/node/issues/12",
           "Fixes: #12",
           "Fixes: fffffff is bad",
           "Fixes: ffff",
           "Fixes: commit ffffffffffff (\"lib: x\")",
           "Refs: https://github.com/nodejs/node/commit/ffffffffffff",
           "Reverts: ffffffffffff",
       }) {
    SCOPED_TRACE(trailers);
    EXPECT_EQ(Judge(trailers), Lines{});
  }
}

TEST_F(FixesCommit, ThatIsNotThereIsRefused) {
  EXPECT_EQ(Judge("Fixes: fffffff01234 (\"lib: x\")"),
            Lines{"3:8+12: error: Fixes names 'fffffff01234', which is no "
                  "commit of this repository [fffffff01234]"});
  EXPECT_EQ(Judge("Fixes: " + std::string(64, 'f')).size(), 1u);
}

TEST_F(FixesCommit, ThatIsNotThereMayBeElsewhere) {
  const std::string end =
      " names 'fffffff01234', which is no commit of this repository "
      "[fffffff01234]";
  EXPECT_EQ(Judge("Refs: fffffff01234 (\"lib: x\")"),
            Lines{"3:7+12: warning: Refs" + end});
  EXPECT_EQ(Judge("Fixes: fffffff01234 (\"lib: x\")", Stage::kDraft),
            Lines{"3:8+12: warning: Fixes" + end});
}

TEST_F(FixesCommit, HasAnotherSubject) {
  EXPECT_EQ(Judge("Fixes: 0123456789ab (\"lib: add bugs\")"),
            Lines{"3:23+13: error: Fixes names '0123456789ab', whose subject "
                  "is 'lib: add a bug' [lib: add bugs] -> lib: add a bug"});
  EXPECT_EQ(Judge("Refs: 89abcdef0123 \"lib: add a bug\"", Stage::kDraft),
            Lines{"3:21+14: error: Refs names '89abcdef0123', whose subject "
                  "is 'lib: add another' [lib: add a bug] -> lib: add "
                  "another"});
}

TEST_F(FixesCommit, IsOnAnotherBranch) {
  const std::string fixes = "Fixes: 89abcdef0123 (\"lib: add another\")";
  EXPECT_EQ(Judge(fixes),
            Lines{"3:8+12: warning: Fixes names '89abcdef0123', which is on "
                  "another branch only [89abcdef0123]"});
  EXPECT_EQ(Judge("Refs: 89abcdef0123 (\"lib: add another\")"), Lines{});
  EXPECT_EQ(
      Judge("Backport-PR-URL: https://github.com/nodejs/node/pull/1\n" + fixes),
      Lines{});
}

TEST_F(FixesCommit, IsAmbiguous) {
  repository_.AddAncestor(kTwin, "lib: add a twin");
  EXPECT_EQ(Judge("Fixes: 0123456789ab (\"lib: add a bug\")"),
            Lines{"3:8+12: warning: Fixes names '0123456789ab', which is more "
                  "than one object here, more digits are wanted "
                  "[0123456789ab]"});
  EXPECT_EQ(Judge("Fixes: 0123456789abc (\"lib: add a bug\")"), Lines{});
}

TEST_F(FixesCommit, MayBeBehindTheEndOfTheHistory) {
  repository_.CutOff();
  EXPECT_EQ(Judge("Fixes: fffffff01234 (\"lib: x\")"), Lines{});
  EXPECT_EQ(Judge("Fixes: 0123456789ab (\"lib: x\")").size(), 1u);
}

TEST_F(FixesCommit, MayBeInARepositoryThatIsNotHere) {
  repository_.StoreNothing();
  EXPECT_EQ(Judge("Fixes: fffffff01234 (\"lib: x\")"), Lines{});
  EXPECT_EQ(Judge("Fixes: 89abcdef0123 (\"lib: add another\")"), Lines{});
  EXPECT_EQ(Judge("Fixes: fffffff01234 (\"lib: x\")", Stage::kDraft).size(),
            1u);
}

TEST_F(FixesCommit, BehindAUrlBelongsToThatRepository) {
  const std::string commit = " ffffffffffff (\"lib: x\")";
  const struct {
    const char* what;
    std::string url;
    bool is_here;
  } kCases[] = {
      {"the same", "https://github.com/example/rocket", true},
      {"a part of it", "https://github.com/example/rocket/issues/1", true},
      {"in other case", "https://github.com/Example/Rocket/issues/1", true},
      {"another one", "https://github.com/example/boat/issues/1", false},
      {"a longer name", "https://github.com/example/rocket2/issues/1", false},
      {"another owner", "https://github.com/other/rocket/issues/1", false},
      {"another host", "https://example.com/example/rocket/issues/1", false},
  };
  for (const auto& [what, url, is_here] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge("Fixes: " + url + commit + kPullRequest).size(),
              is_here ? 1u : 0u);
    EXPECT_EQ(Judge("Fixes: " + url + commit), Lines{});
    EXPECT_EQ(Judge("Fixes: " + url + commit + "\nPR-URL: #12"), Lines{});
  }
}

TEST_F(FixesCommit, BelongsToOneOfSeveralRepositories) {
  const auto judge = [this](int others) {
    std::string trailers =
        "Fixes: https://github.com/example/rocket ffffffffffff (\"lib: x\")";
    for (int i = 0; i < others; ++i)
      trailers += "\nPR-URL: https://github.com/example/boat/pull/12";
    return Judge(trailers + kPullRequest);
  };
  EXPECT_EQ(judge(9).size(), 1u);
  EXPECT_EQ(judge(10), Lines{});
}

TEST_F(FixesCommit, EachIsJudged) {
  EXPECT_EQ(Judge("Refs: fffffff0\nFixes: fffffff1\nFixes: fffffff2").size(),
            3u);
}

TEST_F(FixesCommit, AreLookedUpToALimit) {
  const auto fixes = [](int count) {
    std::string trailers;
    for (int i = 0; i < count; ++i)
      trailers += "Fixes: 0123456789ab (\"lib: add a bug\")\n";
    return trailers;
  };
  EXPECT_EQ(Judge(fixes(50)), Lines{});
  EXPECT_EQ(Judge(fixes(51)),
            Lines{"1:1+0: error: 51 commits are named, at most 50 are looked "
                  "up"});
}

TEST_F(FixesCommit, NeedsARepository) {
  EXPECT_EQ(kFixesCommit.needs, static_cast<Needs>(Need::kRepository));
  EXPECT_FALSE(kFixesCommit.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
