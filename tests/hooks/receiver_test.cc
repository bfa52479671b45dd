// SPDX-License-Identifier: MIT
#include "hooks/receiver.h"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "hooks/proc.h"
#include "tests/support/process.h"
#include "tests/support/process_line.h"
#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

std::string NameOf(pid_t id) {
  return fmt::format("{}:{}:{}", ReadBoot(), id, ReadProcess(id).value().start);
}

/// `NAME=RECEIVER` of each process of the line, and what FindReceiver says in
/// the last.
std::string TellReceivers(const std::vector<std::string>& names) {
  std::string told;
  return InLine(
      names,
      [&](const std::string& name) {
        told += fmt::format("{}={}\n", name, NameOf(getpid()));
      },
      [&] { return told + FindReceiver(); });
}

/// Which of the processes FindReceiver finds below the last of the line.
std::string Found(const std::vector<std::string>& names) {
  const std::string told = TellReceivers(names);
  const std::string found = told.substr(told.rfind('\n') + 1);
  const size_t end = told.find("=" + found + "\n");
  if (end == told.npos)
    return "itself";
  const size_t start = told.rfind('\n', end) + 1;
  return told.substr(start, end - start);
}

TEST(Receiver, IsTheNearestReceivePack) {
  const struct {
    const char* what;
    std::vector<std::string> names;
    const char* found;
  } kCases[] = {
      {"the parent", {"git-receive-pac"}, "git-receive-pac"},
      {"above shells", {"git-receive-pac", "sh", "sh"}, "git-receive-pac"},
      {"below a push", {"git", "sh", "git-receive-pac"}, "git-receive-pac"},
      {"itself where there is none", {"sh", "one"}, "itself"},
      {"not any git", {"git", "sh"}, "itself"},
      {"not one that looks like it", {"git-receive-pa", "sh"}, "itself"},
      {"not a name in a name", {"x) S 1 (git-rec", "sh"}, "itself"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Found(test.names), test.found);
  }
}

TEST(Receiver, HasANameOfThreeParts) {
  const std::string name = FindReceiver();
  EXPECT_TRUE(name.starts_with(ReadBoot() + ":"));
  EXPECT_TRUE(IsAlive(name));
  // The next test runs this one as a hook.
  if (std::getenv("COMMITGATE_TEST"))
    std::printf("found=%s\n", name.c_str());
}

/// Which process the test above finds when it is run below a shell of this name
/// and with these arguments: the shell, or another.
std::string FoundBelow(const std::string& name,
                       const std::vector<std::string>& arguments) {
  const TempDir folder;
  std::filesystem::create_symlink("/bin/sh", folder / name);
  std::vector<std::string> command{
      folder / name, "-c",
      "echo self=$$; sh -c '\"$COMMITGATE_TEST\" "
      "--gtest_filter=Receiver.HasANameOfThreeParts; :'; :"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const std::string out =
      Run(command,
          {.environment = {{"COMMITGATE_TEST",
                            std::filesystem::canonical("/proc/self/exe")}}})
          .out;
  const auto word = [&out](const std::string& key) {
    const size_t start = out.find(key + "=") + key.size() + 1;
    return out.substr(start, out.find('\n', start) - start);
  };
  const bool is_it =
      word("found").find(":" + word("self") + ":") != std::string::npos;
  return is_it ? "the shell" : "another";
}

TEST(Receiver, MayBeGitWithAnArgument) {
  EXPECT_EQ(FoundBelow("git", {"receive-pack", "r.git"}), "the shell");
  EXPECT_EQ(FoundBelow("git", {"--git-dir=x", "receive-pack"}), "the shell");
  EXPECT_EQ(FoundBelow("git", {"push", "--receive-pack=x"}), "another");
  EXPECT_EQ(FoundBelow("no-git", {"receive-pack", "r.git"}), "another");
}

TEST(Receiver, IsAliveUntilItEnds) {
  EXPECT_TRUE(IsAlive(NameOf(getpid())));
  const pid_t child = fork();
  if (child == 0) {
    pause();
    _exit(0);
  }
  const std::string name = NameOf(child);
  EXPECT_TRUE(IsAlive(name));
  kill(child, SIGKILL);
  siginfo_t ended;
  waitid(P_PID, child, &ended, WEXITED | WNOWAIT);
  // It is a zombie.
  ASSERT_EQ(ReadProcess(child).value().state, 'Z');
  EXPECT_FALSE(IsAlive(name));
  waitpid(child, nullptr, 0);
  EXPECT_FALSE(IsAlive(name));
}

TEST(Receiver, IsGoneWhereItsPlaceIsTaken) {
  const auto self = ReadProcess(getpid()).value();
  const std::string boot = ReadBoot();
  EXPECT_TRUE(IsAlive(fmt::format("{}:{}:{}", boot, self.id, self.start)));
  EXPECT_FALSE(IsAlive(fmt::format("{}:{}:{}1", boot, self.id, self.start)));
  EXPECT_FALSE(IsAlive(fmt::format("{}:{}:", boot, self.id)));
  EXPECT_FALSE(IsAlive(fmt::format("{}x:{}:{}", boot, self.id, self.start)));
}

TEST(Receiver, IsGoneWhereItIsNone) {
  const std::string boot = ReadBoot();
  for (const std::string& name :
       {std::string(), std::string("::"), boot, boot + ":",
        boot + "::", boot + ":x:1", boot + ":0:1", boot + ":-1:1",
        boot + ": 1:1", boot + ":99999999999999999999:1", boot + ":1x:1"})
    EXPECT_FALSE(IsAlive(name)) << name;
}

}  // namespace
}  // namespace commitgate::testing
