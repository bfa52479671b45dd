// SPDX-License-Identifier: MIT
#include "commands/repaired_file.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

/// `file` with `doc: x` as its message; the reason where it is refused.
std::string Write(const std::string& file) {
  const Commit commit = MakeCommit("file", file, Cleanup{});
  try {
    return WithMessage(file, commit, "doc: x\n");
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(RepairedFile, KeepsWhatIsAroundTheMessage) {
  EXPECT_EQ(Write("a\n"), "doc: x\n");
  EXPECT_EQ(Write("a"), "doc: x\n");
  EXPECT_EQ(Write("\n# b\na\n\nc\n\n# d \n\n"), "\n# b\ndoc: x\n\n# d \n\n");
  EXPECT_EQ(Write("a\n\n\n\nc\r\n# d\r\n"), "doc: x\n# d\r\n");
}

TEST(RepairedFile, IsRefusedWhereACommentIsInTheWay) {
  EXPECT_EQ(Write("a\n# b\nc\n"),
            "writing the message: git drops line 2 in the middle of it, take "
            "that away first");
  EXPECT_EQ(Write("# b\na\n\n#\nc\n"),
            "writing the message: git drops line 4 in the middle of it, take "
            "that away first");
}

}  // namespace
}  // namespace commitgate::testing
