// SPDX-License-Identifier: MIT
#include "validator/git/run_git.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>

#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

using Arguments = std::vector<std::string>;

bool HasChildren() {
  return waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD;
}

TEST(RunGit, TellsWhatGitWroteAndWhetherItWasContent) {
  const struct {
    const char* what;
    Arguments arguments;
    bool succeeds;
    const char* output;
  } kCases[] = {
      {"a word", {"-c", "a.b=one", "config", "a.b"}, true, "one\n"},
      {"nothing", {"config", "no.such"}, false, ""},
      {"no command of git's", {"no-such-command"}, false, ""},
      {"not a shell",
       {"-c", "a.b=$HOME; x", "config", "a.b"},
       true,
       "$HOME; x\n"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    const auto run = RunGit(row.arguments, GitComplaints::kDropped);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->succeeded, row.succeeds);
    EXPECT_EQ(run->output, row.output);
    EXPECT_FALSE(HasChildren());
  }
}

TEST(RunningGit, WritesMoreThanAPipeHolds) {
  const std::string much(100'000, 'x');
  const TempDir folder;
  folder.Write("config", "[a]\n\tb = " + much + "\n");
  RunningGit git({"config", "--file", folder / "config", "a.b"},
                 GitComplaints::kShown);
  const auto run = git.Wait();
  ASSERT_TRUE(run);
  EXPECT_TRUE(run->succeeded);
  EXPECT_EQ(run->output, much + "\n");
}

TEST(RunningGit, RunsBesideOthers) {
  RunningGit one({"-c", "a.b=1", "config", "a.b"}, GitComplaints::kShown);
  RunningGit two({"-c", "a.b=2", "config", "a.b"}, GitComplaints::kShown);
  EXPECT_EQ(two.Wait()->output, "2\n");
  EXPECT_EQ(one.Wait()->output, "1\n");
}

TEST(RunningGit, LeavesNoChildBehindWhereNobodyWaits) {
  const TempDir folder;
  folder.Write("config", "[a]\n\tb = " + std::string(100'000, 'x') + "\n");
  {
    const RunningGit git({"config", "--file", folder / "config", "a.b"},
                         GitComplaints::kDropped);
    EXPECT_TRUE(HasChildren());
  }
  EXPECT_FALSE(HasChildren());
}

TEST(RunningGit, IsNothingWhereThereIsNoGit) {
  const TempDir folder;
  const std::string path = getenv("PATH");
  setenv("PATH", folder.path().c_str(), 1);
  RunningGit git({"version"}, GitComplaints::kShown);
  EXPECT_FALSE(git.Wait());
  setenv("PATH", path.c_str(), 1);
}

}  // namespace
}  // namespace commitgate::testing
