// SPDX-License-Identifier: MIT
#include "hooks/push/wording.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using Lines = std::vector<std::string>;

TEST(Wording, CountsAndLists) {
  EXPECT_EQ(Counted(0, "commit"), "0 commits");
  EXPECT_EQ(Counted(1, "commit"), "1 commit");
  EXPECT_EQ(Counted(2, "commit"), "2 commits");
  EXPECT_EQ(Listed({}, 2), "");
  EXPECT_EQ(Listed({"a"}, 2), "a");
  EXPECT_EQ(Listed({"a", "b"}, 2), "a, b");
  EXPECT_EQ(Listed({"a", "b", "c"}, 2), "a, b and 1 more");
}

TEST(Wording, ListsAScreenfulOfLines) {
  EXPECT_EQ(IndentedList({}), Lines{});
  EXPECT_EQ(IndentedList({"a", "b"}), (Lines{"  a", "  b"}));
  EXPECT_EQ(IndentedList(Lines(20, "x")), Lines(20, "  x"));
  Lines many(20, "  x");
  many.push_back("  and 5 more");
  EXPECT_EQ(IndentedList(Lines(25, "x")), many);
}

TEST(Wording, EscapesAndCutsWhatComesFromOutside) {
  EXPECT_EQ(QuotedRef("refs/heads/main"), "'refs/heads/main'");
  EXPECT_EQ(QuotedRef("refs/heads/\x1b"), "'refs/heads/\\x1b'");
  EXPECT_EQ(QuotedRef(std::string(300, 'x')),
            "'" + std::string(200, 'x') + "...'");
  const ObjectId id =
      ObjectId::FromHex("0123456789abcdef0123456789abcdef01234567").value();
  EXPECT_EQ(ShortId(id), "0123456789ab");
  EXPECT_EQ(DescribeCommit(id, MakeCommit("", "")), "0123456789ab");
  EXPECT_EQ(DescribeCommit(id, MakeCommit("", "a\x1b\nb")),
            "0123456789ab a\\x1b");
  EXPECT_EQ(DescribeCommit(id, MakeCommit("", std::string(60, 'x'))),
            "0123456789ab " + std::string(50, 'x') + "...");
}

}  // namespace
}  // namespace commitgate::testing
