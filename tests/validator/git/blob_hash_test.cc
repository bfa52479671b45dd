// SPDX-License-Identifier: MIT
#include "validator/git/blob_hash.h"

#include <gtest/gtest.h>

#include "tests/support/process.h"

namespace commitgate::testing {
namespace {

TEST(HashBlob, IsThatOfGit) {
  EXPECT_EQ(HashBlob("").Hex(), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  EXPECT_EQ(HashBlob("test content\n").Hex(),
            "d670460b4b4aece5915caf5c68d12f560a9fe3e4");
  for (const std::string& content :
       {std::string("a\0b", 3), std::string("\r\n"), std::string(100'000, 'x')})
    EXPECT_EQ(HashBlob(content).Hex(),
              Git("/", {"hash-object", "--stdin", "--no-filters"}, content));
}

}  // namespace
}  // namespace commitgate::testing
