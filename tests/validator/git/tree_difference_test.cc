// SPDX-License-Identifier: MIT
#include "validator/git/tree_difference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace commitgate {
namespace {

using Lines = std::vector<std::string>;

std::string Entry(const std::string& mode, const std::string& name, char id) {
  return mode + ' ' + name + '\0' + std::string(20, id);
}

std::string File(const std::string& name, char id = '1') {
  return Entry("100644", name, id);
}

std::string Folder(const std::string& name, char id = '1') {
  return Entry("40000", name, id);
}

/// `-name`, `+name`, `name`, with a slash behind folders.
Lines Changes(const std::string& before, const std::string& after) {
  const auto changes = FindChanges(before, after);
  if (!changes)
    return {"malformed"};
  Lines lines;
  for (const EntryChange& change : *changes) {
    const RawTreeEntry& entry = change.before ? *change.before : *change.after;
    lines.push_back((!change.after    ? "-"
                     : !change.before ? "+"
                                      : "") +
                    std::string(entry.name) +
                    (entry.mode == kFolderMode ? "/" : ""));
  }
  return lines;
}

TEST(TreeDifference, FindsWhatDiffers) {
  const struct {
    const char* what;
    std::string before;
    std::string after;
    Lines changes;
  } kCases[] = {
      {"nothing", "", "", {}},
      {"the same", File("a") + File("b"), File("a") + File("b"), {}},
      {"all comes", "", File("a") + Folder("b"), {"+a", "+b/"}},
      {"all goes", File("a") + Folder("b"), "", {"-a", "-b/"}},
      {"one comes",
       File("a") + File("c"),
       File("a") + File("b") + File("c"),
       {"+b"}},
      {"one goes",
       File("a") + File("b") + File("c"),
       File("a") + File("c"),
       {"-b"}},
      {"one changes", File("a") + File("b"), File("a") + File("b", '2'), {"b"}},
      {"a folder changes", Folder("a"), Folder("a", '2'), {"a/"}},
      {"a file becomes a folder", File("a"), Folder("a"), {"-a", "+a/"}},
      {"a file becomes a folder behind another",
       File("a") + File("a.c"),
       File("a.c") + Folder("a"),
       {"-a", "+a/"}},
      {"a mode changes",
       Entry("100644", "a", '1'),
       Entry("100755", "a", '1'),
       {"a"}},
      {"a mode is only written in another way",
       Entry("100644", "a", '1'),
       Entry("100664", "a", '1'),
       {}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Changes(test.before, test.after), test.changes);
  }
}

TEST(TreeDifference, RefusesWhatIsMalformed) {
  const std::string good = File("a") + File("b");
  for (const std::string& bad :
       {std::string("nonsense"), good + "1", good.substr(0, good.size() - 1),
        File("a") + File(""), Entry("9", "a", '1')}) {
    EXPECT_EQ(Changes(bad, good), Lines{"malformed"});
    EXPECT_EQ(Changes(good, bad), Lines{"malformed"});
    EXPECT_EQ(Changes(bad, ""), Lines{"malformed"});
    EXPECT_EQ(Changes(bad, bad), Lines{"malformed"});
  }
}

/// Git writes no such trees, but nobody has to use git.
TEST(TreeDifference, DoesNotDependOnTheOrder) {
  std::mt19937 random(1);
  const std::vector<std::string> after = {File("a"), File("b", '2'),
                                          File("d"), Folder("e", '2'),
                                          File("f"), File("g")};
  std::vector<std::string> before = {File("a"), File("b"),   File("c"),
                                     File("d"), Folder("e"), File("f")};
  const auto joined = [](const std::vector<std::string>& entries) {
    std::string tree;
    for (const std::string& entry : entries)
      tree += entry;
    return tree;
  };
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(Changes(joined(before), joined(after)),
              (Lines{"b", "-c", "e/", "+g"}));
    std::ranges::shuffle(before, random);
  }
}

}  // namespace
}  // namespace commitgate
