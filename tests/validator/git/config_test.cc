// SPDX-License-Identifier: MIT
#include "validator/git/config.h"

#include <gtest/gtest.h>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

using namespace std::string_view_literals;

TEST(GitConfig, HasTheLastValueOfAName) {
  const GitConfig config = GitConfig::Parse(
      "core.bare\nfalse\0commit.cleanup\nstrip\0commit.cleanup\nscissors\0"
      "url.https://A.B/.insteadof\ngh:\0multi.line\none\ntwo\0empty.value\n\0"
      "no.value\0"sv);
  EXPECT_EQ(config.Get("core.bare"), "false");
  EXPECT_EQ(config.Get("commit.cleanup"), "scissors");
  EXPECT_EQ(config.Get("url.https://A.B/.insteadof"), "gh:");
  EXPECT_EQ(config.Get("multi.line"), "one\ntwo");
  EXPECT_EQ(config.Get("empty.value"), "");
  EXPECT_EQ(config.Get("no.value"), "");
  for (const char* name : {"core", "core.bar", "core.bare2", "", "Core.bare"})
    EXPECT_EQ(config.Get(name), std::nullopt) << name;
}

TEST(GitConfig, IsEmptyForAnEmptyList) {
  EXPECT_EQ(GitConfig::Parse("").Get("core.bare"), std::nullopt);
  EXPECT_EQ(GitConfig().GetBool("core.bare"), std::nullopt);
}

TEST(GitConfig, TakesAListWithoutNulAtItsEnd) {
  EXPECT_EQ(GitConfig::Parse("a.b\nc").Get("a.b"), "c");
}

TEST(GitConfig, ReadsBooleansAsGitDoes) {
  const struct {
    std::string_view entry;
    std::optional<bool> value;
  } kCases[] = {
      {"a.b\ntrue"sv, true},
      {"a.b\nYES"sv, true},
      {"a.b\non"sv, true},
      {"a.b\n1"sv, true},
      {"a.b\n-1"sv, true},
      {"a.b\n2k"sv, true},
      {"a.b"sv, true},
      {"a.b\nfalse"sv, false},
      {"a.b\nNo"sv, false},
      {"a.b\noff"sv, false},
      {"a.b\n0"sv, false},
      {"a.b\n"sv, false},
      {"a.b\nmaybe"sv, {}},
      {"a.b\ntrue "sv, {}},
      {"a.b\n1x"sv, {}},
      {"a.b\nk"sv, {}},
      {"a.b\n99999999999999999999"sv, {}},
      {"a.b\n0x1"sv, true},
      {"a.b\n0x0"sv, false},
      {"a.b\n010"sv, true},
      {"a.b\n+1"sv, true},
      {"a.b\n1K"sv, true},
      {"a.b\n1g"sv, true},
      {"a.b\n0999"sv, {}},
      {"a.b\n0x"sv, {}},
      {"a.b\n1 "sv, {}},
      {"a.b\n2147483647"sv, true},
      {"a.b\n2147483648"sv, {}},
      {"a.b\n-2147483648"sv, {}},
      {"a.b\n2g"sv, {}},
      {"a.b\n2097152k"sv, {}},
      {"other.b\ntrue"sv, {}},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(GitConfig::Parse(test.entry).GetBool("a.b"), test.value)
        << test.entry;
}

TEST(GitConfig, KnowsWhichOfTwoNamesWasSetLast) {
  const GitConfig config = GitConfig::Parse(
      "core.commentchar\n;\0core.commentstring\n//\0core.editor\nvi\0"sv);
  EXPECT_EQ(config.GetLast("core.commentchar", "core.commentstring"), "//");
  EXPECT_EQ(config.GetLast("core.commentstring", "core.commentchar"), "//");
  EXPECT_EQ(config.GetLast("core.commentchar", "core.missing"), ";");
  EXPECT_EQ(config.GetLast("a.b", "core.missing"), std::nullopt);
}

TEST(GitConfig, IsReadFromGit) {
  const TempDir folder;
  Git(folder.path(), {"init", "-q"});
  Git(folder.path(), {"config", "Commit.CleanUp", "verbatim"});
  Git(folder.path(), {"config", "trailer.Fix.key", "Fixes"});
  const GitConfig config = GitConfig::Read(folder.path());
  EXPECT_EQ(config.Get("commit.cleanup"), "verbatim");
  EXPECT_EQ(config.Get("trailer.Fix.key"), "Fixes");
}

TEST(GitConfig, IsNotEmptyBecauseGitCannotReadIt) {
  const TempDir folder;
  Git(folder.path(), {"init", "-q"});
  folder.Write(".git/config", "[core\n");
  EXPECT_THROW(GitConfig::Read(folder.path()), Error);
  EXPECT_THROW(GitConfig::Read(folder / "missing"), Error);
}

TEST(GitConfig, IsEmptyWithoutGit) {
  const TempDir folder;
  const std::string path = getenv("PATH");
  setenv("PATH", folder.path().c_str(), 1);
  EXPECT_EQ(GitConfig::Read(folder.path()).Get("core.bare"), std::nullopt);
  setenv("PATH", path.c_str(), 1);
}

}  // namespace
}  // namespace commitgate::testing
