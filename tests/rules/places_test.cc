// SPDX-License-Identifier: MIT
#include "rules/places.h"

#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

TEST(Places, AreFoldersWithASlashAndFilesWithout) {
  const Lines places = {"lib/", "src/node.h"};
  for (const std::string_view path :
       {"lib/fs.js", "lib/internal/fs/utils.js", "lib/", "src/node.h"})
    EXPECT_TRUE(IsIn(path, places)) << path;
  for (const std::string_view path :
       {"", "lib", "library/x", "deps/lib/x", "./lib/x", "LIB/x", "src/node.hh",
        "src/node.h/x", "src/node", "/lib/x"})
    EXPECT_FALSE(IsIn(path, places)) << path;
}

TEST(Places, OfWhichThereAreNoneHoldNothing) {
  EXPECT_FALSE(IsIn("lib/fs.js", Lines{}));
  EXPECT_FALSE(IsIn("", Lines{}));
}

TEST(Places, AreSearchedForTheFirstPathThatChanges) {
  FakeChanges changes;
  changes.Add("lib/b.js", "", "");
  changes.Add("lib/a.js", "", {});
  changes.Add("doc/a.md", {}, "");
  changes.Keep("src/a.h", "");
  EXPECT_EQ(FindIn(changes, Lines{"lib/"}), &changes.paths()[1]);
  EXPECT_EQ(FindIn(changes, Lines{"lib/b.js", "test/"}), &changes.paths()[2]);
  EXPECT_EQ(FindIn(changes, Lines{"src/", "test/", "doc"}), nullptr);
  EXPECT_EQ(changes.reads(), 0);
}

TEST(Places, AreSearchedForOnePath) {
  FakeChanges changes;
  EXPECT_EQ(FindPath(changes, "b"), nullptr);
  for (const char* const path : {"b", "d", "f"})
    changes.Add(path, {}, "");
  EXPECT_EQ(FindPath(changes, "b"), &changes.paths()[0]);
  EXPECT_EQ(FindPath(changes, "f"), &changes.paths()[2]);
  for (const char* const path : {"", "a", "c", "bb", "g"})
    EXPECT_EQ(FindPath(changes, path), nullptr) << path;
}

TEST(Places, AreDescribedForPeople) {
  EXPECT_EQ(Alternatives(Lines{"lib/", "src/", "a"}),
            "'lib/' or 'src/' or 'a'");
  EXPECT_EQ(Alternatives(Lines{"lib/"}), "'lib/'");
  EXPECT_EQ(Alternatives(Lines{}), "");
}

}  // namespace
}  // namespace commitgate::testing
