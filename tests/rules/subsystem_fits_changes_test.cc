// SPDX-License-Identifier: MIT
#include <string>

#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

class SubsystemFitsChanges : public ::testing::Test {
 protected:
  SubsystemFitsChanges() {
    repository_.changes().Add("lib/fs.js", "old", "new");
    repository_.changes().Add("test/fs.js", {}, "new");
  }

  void AddUsed(const std::string& subsystem, int times) {
    repository_.changes().AddUsed(subsystem, times);
  }

  Lines Judge(std::string_view message,
              std::map<std::string, std::string> options = {}) {
    return Complaints(
        kSubsystemFitsChanges, message,
        {.options = std::move(options), .views = {.repository = &repository_}});
  }

  FakeRepositoryView repository_;
};

TEST_F(SubsystemFitsChanges, NamesWhatHistoryNames) {
  AddUsed("fs", 48);
  AddUsed("lib", 2);
  for (const char* const title :
       {"fs: x", "lib: x", "http,fs: x", "lib, http: x", "fixup! fs: x"}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title), Lines{});
  }
}

TEST_F(SubsystemFitsChanges, NamesWhatHistoryNeverNamed) {
  AddUsed("fs", 40);
  AddUsed("lib", 10);
  EXPECT_EQ(Judge("http: x"),
            Lines{"1:1+4: warning: 'http' is new for these files, history "
                  "names 'fs' 40 times of 50 [http] -> fs"});
  for (const char* const title :
       {"http,tls: x", "FS: x", "fs/promises: x", "fixup! doc: x", ": x"}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title).size(), 1u);
  }
}

TEST_F(SubsystemFitsChanges, AsksForWhatHasChanged) {
  Judge("http: x");
  EXPECT_EQ(repository_.changes().asked(), "lib/fs.js, test/fs.js: 50");
  Judge("http: x", {{"newest", "7"}});
  EXPECT_EQ(repository_.changes().asked(), "lib/fs.js, test/fs.js: 7");
  Judge("http: x", {{"newest", "9223372036854775807"}});
  EXPECT_EQ(repository_.changes().asked(), "lib/fs.js, test/fs.js: 1000000");
}

TEST_F(SubsystemFitsChanges, HistoryIsNotClear) {
  EXPECT_EQ(Judge("http: x"), Lines{});
  AddUsed("fs", 39);
  AddUsed("lib", 10);
  EXPECT_EQ(Judge("http: x"), Lines{});
  EXPECT_EQ(Judge("http: x", {{"share", "79"}}).size(), 1u);
  EXPECT_EQ(Judge("http: x", {{"share", "101"}}), Lines{});
  EXPECT_EQ(Judge("http: x", {{"share", "9223372036854775807"}}), Lines{});
}

TEST_F(SubsystemFitsChanges, HistoryIsShort) {
  AddUsed("fs", 4);
  EXPECT_EQ(Judge("http: x"), Lines{});
  EXPECT_EQ(Judge("http: x", {{"min", "4"}}).size(), 1u);
  EXPECT_EQ(Judge("http: x", {{"min", "5"}}), Lines{});
}

TEST_F(SubsystemFitsChanges, OtherTitlesAreFree) {
  AddUsed("fs", 50);
  for (const char* const title :
       {"", "x", "Revert \"http: x\"", "Reapply \"http: x\"", "std::x"}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title), Lines{});
  }
  EXPECT_EQ(repository_.changes().asked(), "");
}

TEST_F(SubsystemFitsChanges, NeedsChangesOfWhatLands) {
  EXPECT_EQ(kSubsystemFitsChanges.needs, static_cast<Needs>(Need::kChanges));
  EXPECT_TRUE(kSubsystemFitsChanges.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
