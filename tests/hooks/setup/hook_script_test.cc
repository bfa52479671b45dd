// SPDX-License-Identifier: MIT
#include "hooks/setup/hook_script.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::ReadFile;
using testing::TempDir;

void WriteProgram(const TempDir& folder, const std::string& name,
                  const std::string& text) {
  chmod(folder.Write(name, text).c_str(), 0755);
}

TEST(HookScript, RunsTheProgramInItsPlace) {
  const TempDir folder;
  WriteProgram(folder, "it's a $program",
               "#!/bin/sh\nprintf '<%s>' \"$@\"\ncat\nexit 3\n");
  const std::string script =
      HookScript(folder / "it's a $program", "force-push-window");
  const auto result =
      testing::Run({"sh", "-c", script, "hooks/pre-receive", "a b", ""},
                   {.input = "update\n"});
  EXPECT_EQ(result.out, "<hook><force-push-window><a b><>update\n");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.status, 3);
}

/// A chain in the place of a hook, of a program and a kept hook that write down
/// their arguments and input, and end as they are told.
class ChainScriptTest : public ::testing::Test {
 protected:
  /// What was called, in order, and the status.
  std::string Call(const std::string& name, int ours, int theirs,
                   const std::vector<std::string>& arguments,
                   const std::string& input) {
    const std::string log = folder_ / "log";
    folder_.Write("log", "");
    const std::string record =
        "#!/bin/sh\n{ printf '%s:' \"${0##*/}\" \"$@\"; cat; } >>'" + log +
        "'\nexit ";
    WriteProgram(folder_, "program", record + std::to_string(ours) + "\n");
    WriteProgram(folder_, "kept/" + name,
                 record + std::to_string(theirs) + "\n");
    WriteProgram(folder_, name,
                 ChainScript(folder_ / "program", name, name, "kept"));
    std::vector<std::string> command = {"./" + name};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto result =
        testing::Run(command, {.directory = folder_.path(), .input = input});
    EXPECT_EQ(result.out + result.err, "");
    return ReadFile(log) + " " + std::to_string(result.status);
  }

 private:
  TempDir folder_;
};

TEST_F(ChainScriptTest, TellsBothTheSame) {
  for (const std::string input : {"", "a\n", "a\nb\n", "a\n\n\n", "no end",
                                  "%s\\n\n", "-n\n", ".\n", "\xff\n"}) {
    SCOPED_TRACE(input);
    EXPECT_EQ(
        Call("pre-receive", 0, 0, {}, input),
        "program:hook:pre-receive:" + input + "pre-receive:" + input + " 0");
  }
  EXPECT_EQ(Call("update", 0, 0, {"r", "a b", "c"}, ""),
            "program:hook:update:r:a b:c:update:r:a b:c: 0");
}

TEST_F(ChainScriptTest, AgreesIfBothAgree) {
  EXPECT_EQ(Call("pre-receive", 0, 4, {}, ""),
            "program:hook:pre-receive:pre-receive: 4");
  EXPECT_EQ(Call("pre-receive", 2, 0, {}, ""), "program:hook:pre-receive: 2");
  EXPECT_EQ(Call("update", 0, 4, {}, ""), "program:hook:update:update: 4");
  EXPECT_EQ(Call("update", 1, 0, {}, ""), "program:hook:update: 1");
  EXPECT_EQ(Call("commit-msg", 1, 0, {"f"}, ""),
            "program:hook:commit-msg:f: 1");
}

TEST_F(ChainScriptTest, RunsBothAfterAPush) {
  EXPECT_EQ(Call("post-receive", 1, 0, {}, "a\n"),
            "program:hook:post-receive:a\npost-receive:a\n 0");
}

TEST(IsHookScript, KnowsItsOwn) {
  EXPECT_TRUE(IsHookScript(HookScript("/p", "update")));
  EXPECT_TRUE(IsHookScript(ChainScript("/p", "update", "update", "kept")));
  for (const char* text : {"", "#!/bin/sh\n", "#!/bin/sh\nexec commitgate\n"})
    EXPECT_FALSE(IsHookScript(text)) << text;
}

}  // namespace
}  // namespace commitgate
