// SPDX-License-Identifier: MIT
#include "hooks/proc.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

/// The fields of proc(5) between the parent and the start.
constexpr char kBetween[] = " 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21";

TEST(Process, IsReadFromItsStat) {
  const struct {
    const char* what;
    std::string name;
  } kCases[] = {
      {"plain", "git"},
      {"cut by the kernel", "git-receive-pac"},
      {"empty", ""},
      {"blanks", "a b c"},
      {"parentheses", "a) R 1 (b"},
      {"looks like the end", ") S 99"},
      {"a line feed", "a\nb"},
      {"any bytes", "\xff\x1b\x01"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(ParseProcess("42 (" + test.name + ") S 7" + kBetween +
                           " 123456 23 24\n"),
              (Process{.id = 42,
                       .name = test.name,
                       .state = 'S',
                       .parent = 7,
                       .start = "123456"}));
  }
}

TEST(Process, IsNoneWhereItsStatIsMalformed) {
  for (const std::string text :
       {"", "42", "42 (git", "42 git) S 7", "42 )git( S 7", "42 (git) S",
        "42 (git) S 7 8 9", "42 (git) S x 8 9"})
    EXPECT_EQ(ParseProcess(text), std::nullopt) << text;
  EXPECT_EQ(ParseProcess(std::string("42 (git) S 7") + kBetween), std::nullopt);
}

TEST(Process, IsReadByItsId) {
  const auto self = ReadProcess(getpid());
  ASSERT_TRUE(self);
  EXPECT_EQ(self->id, getpid());
  EXPECT_EQ(self->parent, getppid());
  EXPECT_EQ(self->state, 'R');
  EXPECT_EQ(ReadProcess(0), std::nullopt);
  EXPECT_EQ(ReadProcess(-1), std::nullopt);
  EXPECT_FALSE(ReadArguments(getpid()).empty());
  EXPECT_TRUE(ReadArguments(-1).empty());
  EXPECT_TRUE(ReadEnvironment(-1).empty());
}

TEST(Process, IsFoundAbove) {
  const auto parent = FindAbove([](const Process&) { return true; });
  ASSERT_TRUE(parent);
  EXPECT_EQ(parent->id, getppid());
  EXPECT_EQ(FindAbove([](const Process&) { return false; }), std::nullopt);
}

TEST(Boot, HasAName) {
  EXPECT_EQ(ReadBoot().size(), 36u);
  EXPECT_EQ(ReadBoot(), ReadBoot());
}

}  // namespace
}  // namespace commitgate::testing
