// SPDX-License-Identifier: MIT
#include "validator/git/object_hash.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/process.h"

namespace commitgate::testing {
namespace {

TEST(HashObject, IsThatOfGit) {
  const std::string kContents[] = {
      "",
      "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nmessage\n",
      std::string("a\0b", 3),
      "caf\xe9",
      std::string(55, 'x'),
      std::string(64, 'x'),
      std::string(1'000'000, 'x'),
  };
  for (const std::string type : {"commit", "tree", "blob", "tag"})
    for (const std::string& content : kContents)
      EXPECT_EQ(HashObject(type, content).Hex(),
                Git("/", {"hash-object", "--literally", "-t", type, "--stdin"},
                    content))
          << type << " of " << content.size();
}

TEST(HashObject, DependsOnTheType) {
  EXPECT_NE(HashObject("blob", "text"), HashObject("commit", "text"));
}

}  // namespace
}  // namespace commitgate::testing
