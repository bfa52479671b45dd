// SPDX-License-Identifier: MIT
#include "validator/message/parent_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

const std::string kId(40, 'a');
const std::string kTree = "tree " + kId + "\n";
const std::string kParent = "parent " + kId + "\n";

TEST(ParentLines, FollowTheTree) {
  const struct {
    const char* what;
    std::string object;
    size_t parents;
    std::string rest;
  } kCases[] = {
      {"a root", kTree + "author A\n", 0, "author A\n"},
      {"a merge", kTree + kParent + kParent + "\nx", 2, "\nx"},
      {"the end of the object", kTree + "parent " + kId, 1, ""},
      {"only a tree", "tree " + kId, 0, ""},
      {"a parent further below", kTree + "x\n" + kParent, 0, "x\n" + kParent},
      {"an id of SHA-256",
       "tree " + std::string(64, 'B') + "\nparent " + std::string(64, '0'), 1,
       ""},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    const ParentLines lines = ReadParentLines(test.object);
    EXPECT_EQ(lines.count, test.parents);
    EXPECT_EQ(lines.rest, test.rest);
    EXPECT_FALSE(lines.malformed);
  }
}

TEST(ParentLines, AreTakenOneByOne) {
  const std::string other(64, 'B');
  const std::string object = kTree + kParent + "parent " + other;
  ParentLines parents = ReadParentLines(object);
  EXPECT_EQ(TakeParent(parents.lines), kId);
  EXPECT_EQ(TakeParent(parents.lines), other);
  EXPECT_TRUE(parents.lines.empty());
  EXPECT_TRUE(ReadParentLines(kTree + "x\n").lines.empty());
}

TEST(ParentLines, EndAtTheFirstThatGitDoesNotRead) {
  const struct {
    const char* what;
    std::string object;
    size_t parents;
  } kCases[] = {
      {"nothing", "", 0},
      {"no tree", kParent + kTree, 0},
      {"a tree without id", "tree \n" + kParent, 0},
      {"no id", kTree + kParent + "parent \n" + kParent, 1},
      {"39 digits", kTree + "parent " + kId.substr(1), 0},
      {"41 digits", kTree + "parent " + kId + "0\n", 0},
      {"no digits", kTree + "parent " + std::string(40, 'g') + "\n", 0},
      {"a blank behind", kTree + "parent " + kId + " \n", 0},
      {"a blank before", kTree + "parent  " + kId + "\n", 0},
      {"a carriage return", kTree + "parent " + kId + "\r\n", 0},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    const ParentLines lines = ReadParentLines(test.object);
    EXPECT_EQ(lines.count, test.parents);
    EXPECT_TRUE(lines.malformed);
  }
}

}  // namespace
}  // namespace commitgate
