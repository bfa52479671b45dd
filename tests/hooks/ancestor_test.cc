// SPDX-License-Identifier: MIT
#include "hooks/ancestor.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace commitgate {
namespace {

std::string NameOfParent() {
  std::ifstream stream("/proc/" + std::to_string(getppid()) + "/comm");
  std::string name;
  std::getline(stream, name);
  return name;
}

TEST(Ancestor, IsFoundByName) {
  const auto parent = FindAncestor(NameOfParent());
  ASSERT_TRUE(parent);
  EXPECT_FALSE(parent->arguments.empty());
}

TEST(Ancestor, IsNotFoundByAnotherName) {
  EXPECT_FALSE(FindAncestor("no process has this name"));
  EXPECT_FALSE(FindAncestor(""));
}

}  // namespace
}  // namespace commitgate
