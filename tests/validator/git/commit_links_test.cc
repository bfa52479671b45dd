// SPDX-License-Identifier: MIT
#include "validator/git/commit_links.h"

#include <gtest/gtest.h>

#include <limits>

namespace commitgate::testing {
namespace {

const std::string kA(40, 'a');
const std::string kB(40, 'b');
const std::string kTree = "tree " + kA + "\n";

TEST(CommitLinks, AreTheParentsBehindTheTree) {
  const struct {
    const char* what;
    std::string object;
    std::vector<std::string> parents;
  } kCases[] = {
      {"root", kTree + "author A\n\n", {}},
      {"one", kTree + "parent " + kB + "\nauthor A\n\n", {kB}},
      {"two", kTree + "parent " + kB + "\nparent " + kA + "\n\n", {kB, kA}},
      {"end of object", kTree + "parent " + kB, {kB}},
      {"only a tree", "tree " + kA, {}},
      {"parent in the message", kTree + "\nparent " + kB + "\n", {}},
      {"parent behind the author", kTree + "author A\nparent " + kB + "\n", {}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    const auto links = ReadLinks(test.object);
    ASSERT_TRUE(links);
    std::vector<std::string> parents;
    for (const ObjectId& parent : links->parents)
      parents.push_back(parent.Hex());
    EXPECT_EQ(parents, test.parents);
  }
}

TEST(CommitLinks, AreUnknownWhereHeadersAreMalformed) {
  const std::string kRefused[] = {
      "",
      "\n",
      "tree\n",
      "tree " + kA.substr(1) + "\n",
      "tree " + kA + "0\n",
      "Tree " + kA + "\n",
      "parent " + kA + "\n" + kTree,
      kTree + "parent \n",
      kTree + "parent " + kB.substr(1) + "\n",
      kTree + "parent " + kB + " \n",
      kTree + "parent " + kB + "\nparent x\n",
      std::string(1000, '\0'),
  };
  for (const std::string& object : kRefused)
    EXPECT_FALSE(ReadLinks(object)) << object;
}

TEST(CommitLinks, HaveTheCommittersDate) {
  const struct {
    const char* headers;
    int64_t date;
  } kCases[] = {
      {"author A <a> 5 +0000\ncommitter C <c> 1700000000 +0100\n\n",
       1700000000},
      {"committer C <c> 12", 12},
      {"committer C <c>\t12 +0000\n", 12},
      {"committer C <c>>> 12 +0000\n", 12},
      {"committer C 12 +0000\n", 0},
      {"committer C <c> soon\n", 0},
      {"committer C <c>\n12\n", 0},
      {"committer C <c> -5 +0000\n", -5},
      {"committer C <c> 99999999999999999999 +0000\n",
       std::numeric_limits<int64_t>::max()},
      {"author A <a> 5 +0000\n\ncommitter C <c> 7 +0000\n", 0},
      {"", 0},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(ReadLinks(kTree + test.headers).value().committer_date, test.date)
        << test.headers;
}

}  // namespace
}  // namespace commitgate::testing
