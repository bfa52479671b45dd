// SPDX-License-Identifier: MIT
#include "validator/engine/project_path.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(ProjectPath, IsOneOfGit) {
  for (const char* path : {"README.md", "a/b", ".mailmap", "..a", "a..", "...",
                           "a b", "a:b", "a/.b/c", "a\\b"})
    EXPECT_TRUE(IsProjectPath(path)) << path;
}

TEST(ProjectPath, LeadsNowhereElse) {
  using std::string_view_literals::operator""sv;
  for (const std::string_view path :
       {""sv, "."sv, ".."sv, "/"sv, "/etc/passwd"sv, "./a"sv, "../a"sv, "a/"sv,
        "a//b"sv, "a/./b"sv, "a/../b"sv, "a/../../b"sv, "a/."sv, "a/.."sv,
        "a\0b"sv, "a/\0"sv})
    EXPECT_FALSE(IsProjectPath(path)) << path;
}

}  // namespace
}  // namespace commitgate
