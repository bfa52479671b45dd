// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kFix = "fs: fix a leak";
constexpr std::string_view kMissing =
    "1:1+0: error: fix in 'lib/fs.js' comes without a test, a change in "
    "'test/' is wanted";

class FixHasTest : public ::testing::Test {
 protected:
  void Change(const std::string& path) {
    repository_.changes().Add(path, "old", "new");
  }

  Lines Judge(std::string_view message,
              std::map<std::string, std::string> options = {}) {
    return Complaints(
        kFixHasTest, message,
        {.options = std::move(options), .views = {.repository = &repository_}});
  }

  FakeRepositoryView repository_;
};

TEST_F(FixHasTest, ChangesATest) {
  Change("lib/fs.js");
  Change("test/parallel/test-fs.js");
  EXPECT_EQ(Judge(kFix), Lines{});
}

TEST_F(FixHasTest, IsMissing) {
  Change("lib/fs.js");
  Change("src/node_file.cc");
  Change("doc/api/fs.md");
  Change("benchmark/test/fs.js");
  for (const std::string_view message : {
           "fs: fix a leak",
           "fs: fixes a leak",
           "fs:  Fix a leak",
           "fs: fix",
           "fix a leak",
           "fixup! fs: fix a leak",
           "fs,net: fix leaks",
           "fs: x\n\nFixes: https://github.com/nodejs/node/issues/1",
           "fs: x\n\nfixes: https://github.com/nodejs/node/issues/1",
           "fs: x\n\nFixes: 0123456789ab (\"fs: y\")\n"
           "Fixes: https://github.com/nodejs/node/issues/1",
       }) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Judge(message), Lines{std::string(kMissing)});
  }
}

TEST_F(FixHasTest, IsNotWantedOfWhatIsNoFix) {
  Change("lib/fs.js");
  for (const std::string_view message : {
           "",
           "fs: add a way to fix leaks",
           "fs: fixate an edge",
           "fs: prefix names",
           "fix:",
           "fs: x\n\nRefs: https://github.com/nodejs/node/issues/1",
           "fs: x\n\nFixes: 0123456789ab (\"fs: y\")",
           "fs: x\n\nFixes:",
           "fs: x\n\nThis will fix it.",
       }) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Judge(message), Lines{});
  }
}

TEST_F(FixHasTest, IsNotWantedOfReverts) {
  Change("lib/fs.js");
  EXPECT_EQ(Judge("Revert \"fs: fix a leak\""), Lines{});
  EXPECT_EQ(Judge("Reapply \"fs: fix a leak\""), Lines{});
}

TEST_F(FixHasTest, IsNotWantedOfSubsystemsThatAreExempt) {
  Change("lib/fs.js");
  for (const std::string_view message :
       {"doc: fix a typo", "build: fix a flag", "deps: fix V8",
        "tools: fix lint", "test: fix x", "benchmark: fix x",
        "src, build: fix a flag"}) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Judge(message), Lines{});
  }
  EXPECT_EQ(Judge("doc: fix x", {{"exempt", "fs"}}),
            Lines{std::string(kMissing)});
  EXPECT_EQ(Judge("fs: fix x", {{"exempt", "fs"}}), Lines{});
}

TEST_F(FixHasTest, IsNotWantedOfWhatNoTestCanShow) {
  Change("lib/fs.js");
  for (const std::string_view message :
       {"src: fix build on AIX", "src: fix a compiler warning", "fs: fix typo",
        "fs: fix Typos.", "src: fix -Wunused warnings", "src: fix (lint)"}) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Judge(message), Lines{});
  }
  for (const std::string_view message :
       {"fs: fix builds", "fs: fix prototypos", "typo: fix x",
        "fs: fix x\n\nNo typo."}) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Judge(message), Lines{std::string(kMissing)});
  }
  EXPECT_EQ(Judge("fs: fix typo", {{"exempt-words", "leak"}}),
            Lines{std::string(kMissing)});
  EXPECT_EQ(Judge("fs: fix a leak", {{"exempt-words", "leak"}}), Lines{});
}

TEST_F(FixHasTest, IsNotWantedWhereNoCodeChanges) {
  Change("doc/api/fs.md");
  Change("README.md");
  Change("deps/src/x.c");
  Change("library.js");
  EXPECT_EQ(Judge(kFix), Lines{});
}

TEST_F(FixHasTest, HasPlacesThatThePolicySays) {
  Change("app/x.rb");
  Change("spec/x_spec.rb");
  EXPECT_EQ(Judge(kFix, {{"code", "app/"}, {"tests", "t/ u.rb"}}),
            Lines{"1:1+0: error: fix in 'app/x.rb' comes without a test, a "
                  "change in 't/' or 'u.rb' is wanted"});
  EXPECT_EQ(Judge(kFix, {{"code", "app/"}, {"tests", "t/ spec/"}}), Lines{});
  EXPECT_EQ(Judge(kFix, {{"code", "lib/"}, {"tests", "t/"}}), Lines{});
}

TEST_F(FixHasTest, ReadsNoContent) {
  Change("lib/fs.js");
  Judge(kFix);
  EXPECT_EQ(repository_.changes().reads(), 0);
}

TEST_F(FixHasTest, IsForLandingOnlyAndNeedsChanges) {
  EXPECT_TRUE(kFixHasTest.landing_only);
  EXPECT_EQ(kFixHasTest.needs, static_cast<Needs>(Need::kChanges));
}

}  // namespace
}  // namespace commitgate::testing
