// SPDX-License-Identifier: MIT
#include "validator/git/commit_hash.h"

#include <gtest/gtest.h>

#include "tests/support/process.h"

namespace commitgate::testing {
namespace {

TEST(HashCommit, IsThatOfGitWhateverTheContent) {
  for (const std::string& content :
       {std::string("tree x\n\nmessage\n"), std::string("a\0b", 3),
        std::string(), std::string("\r\n"), std::string(100'000, 'x')})
    EXPECT_EQ(
        HashCommit(content).Hex(),
        Git("/", {"hash-object", "-t", "commit", "--literally", "--stdin"},
            content));
}

}  // namespace
}  // namespace commitgate::testing
