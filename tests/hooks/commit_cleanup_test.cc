// SPDX-License-Identifier: MIT
#include "hooks/commit_cleanup.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Words = std::vector<std::string>;

/// One way of calling git, and what it does to the message.
struct Case {
  const char* what;
  /// `git commit` as /proc shows it; none where it cannot be seen.
  std::optional<Words> git;
  bool editor;
  std::map<std::string, std::string> config;
  CleanupMode mode;
  bool cut = false;
};

GitConfig MakeConfig(const std::map<std::string, std::string>& values) {
  std::string list;
  for (const auto& [name, value] : values)
    list += name + "\n" + value + '\0';
  return GitConfig::Parse(list);
}

Environment HookEnvironment(bool editor) {
  if (editor)
    return Environment(Environment::Values{{"GIT_INDEX_FILE", ".git/index"}});
  return Environment(Environment::Values{{"GIT_INDEX_FILE", ".git/index"},
                                         {"GIT_EDITOR", ":"}});
}

std::optional<Ancestor> MakeGit(const std::optional<Words>& arguments) {
  if (!arguments)
    return std::nullopt;
  return Ancestor{*arguments, {"HOME=/home/a", "GIT_EDITOR=vi"}};
}

TEST(CommitCleanup, IsWhatGitWillDo) {
  const auto kStrip = CleanupMode::kStrip;
  const auto kWhitespace = CleanupMode::kWhitespace;
  const auto kVerbatim = CleanupMode::kVerbatim;
  const auto kScissors = CleanupMode::kScissors;
  const Case kCases[] = {
      {"an editor", Words{"git", "commit"}, true, {}, kStrip},
      {"no editor", Words{"git", "commit", "-m", "x"}, false, {}, kWhitespace},
      {"git cannot be seen", std::nullopt, true, {}, kStrip},
      {"nor is there an editor", std::nullopt, false, {}, kWhitespace},
      {"--cleanup=",
       Words{"git", "commit", "--cleanup=verbatim"},
       true,
       {},
       kVerbatim},
      {"--cleanup as two words",
       Words{"git", "commit", "--cleanup", "strip"},
       false,
       {},
       kStrip},
      {"--cleanup abbreviated",
       Words{"git", "commit", "--cl=verbatim"},
       true,
       {},
       kVerbatim},
      {"the last --cleanup wins",
       Words{"git", "commit", "--cleanup=strip", "--cleanup=verbatim"},
       true,
       {},
       kVerbatim},
      {"configured",
       Words{"git", "commit"},
       true,
       {{"commit.cleanup", "verbatim"}},
       kVerbatim},
      {"--cleanup before the configured",
       Words{"git", "commit", "--cleanup=default"},
       true,
       {{"commit.cleanup", "verbatim"}},
       kStrip},
      {"scissors with an editor",
       Words{"git", "commit"},
       true,
       {{"commit.cleanup", "scissors"}},
       kScissors},
      {"scissors without one",
       Words{"git", "commit", "-m", "x"},
       false,
       {{"commit.cleanup", "scissors"}},
       kWhitespace},
      {"-v", Words{"git", "commit", "-v"}, true, {}, kStrip, true},
      {"-v among others",
       Words{"git", "commit", "-avs"},
       true,
       {},
       kStrip,
       true},
      {"-m takes the rest of its word",
       Words{"git", "commit", "-amv"},
       false,
       {},
       kWhitespace},
      {"-m takes the next word",
       Words{"git", "commit", "-m", "-v"},
       false,
       {},
       kWhitespace},
      {"-F takes the next word",
       Words{"git", "commit", "-F", "--cleanup=strip"},
       false,
       {},
       kWhitespace},
      {"-S takes no word",
       Words{"git", "commit", "-S", "-v"},
       true,
       {},
       kStrip,
       true},
      {"commit.verbose",
       Words{"git", "commit"},
       true,
       {{"commit.verbose", "true"}},
       kStrip,
       true},
      {"commit.verbose as a level",
       Words{"git", "commit"},
       true,
       {{"commit.verbose", "2"}},
       kStrip,
       true},
      {"commit.verbose off",
       Words{"git", "commit"},
       true,
       {{"commit.verbose", "0"}},
       kStrip},
      {"--no-verbose",
       Words{"git", "commit", "--no-verbose"},
       true,
       {{"commit.verbose", "true"}},
       kStrip},
      {"options of git itself",
       Words{"git", "-c", "a.b=c", "commit", "-v"},
       true,
       {},
       kStrip,
       true},
      {"a folder called commit",
       Words{"git", "-C", "commit", "status", "commit", "-v"},
       true,
       {},
       kStrip},
      {"a folder called commit, and git commit",
       Words{"git", "-C", "commit", "commit", "-v"},
       true,
       {},
       kStrip,
       true},
      {"a merge",
       Words{"git", "merge", "--cleanup=verbatim", "x"},
       true,
       {},
       kVerbatim},
      {"paths are no options",
       Words{"git", "commit", "--", "-v"},
       true,
       {},
       kStrip},
  };
  for (const Case& row : kCases) {
    SCOPED_TRACE(row.what);
    const Cleanup cleanup =
        CleanupInCommitHook("doc: x\n", HookEnvironment(row.editor),
                            MakeConfig(row.config), MakeGit(row.git));
    EXPECT_EQ(cleanup.mode, row.mode);
    EXPECT_EQ(cleanup.cut_at_scissors, row.cut);
    EXPECT_EQ(cleanup.comment, "#");
  }
}

TEST(CommitCleanup, KnowsAnEditorCalledColonFromNone) {
  const Environment environment = HookEnvironment(/*editor=*/false);
  const auto mode = [&](Words arguments, Words exported) {
    return CleanupInCommitHook(
               "", environment, MakeConfig({}),
               Ancestor{std::move(arguments), std::move(exported)})
        .mode;
  };
  const Words kColon{"GIT_EDITOR=:"};
  EXPECT_EQ(mode({"git", "commit", "-e", "-m", "x"}, kColon),
            CleanupMode::kStrip);
  EXPECT_EQ(mode({"git", "commit"}, kColon), CleanupMode::kStrip);
  EXPECT_EQ(mode({"git", "commit", "-m", "x"}, kColon),
            CleanupMode::kWhitespace);
  EXPECT_EQ(mode({"git", "commit", "--no-edit", "--amend"}, kColon),
            CleanupMode::kWhitespace);
  EXPECT_EQ(mode({"git", "commit", "-e", "-m", "x"}, {}),
            CleanupMode::kWhitespace);
}

TEST(CommitCleanup, SeesTheDiffWhereGitCannotBeSeen) {
  const std::string file =
      "doc: x\n# ------------------------ >8 ------------------------\n"
      "# Do not modify\ndiff --git a/x b/x\n";
  const auto cut = [&](const std::string& text) {
    return CleanupInCommitHook(text, HookEnvironment(true), MakeConfig({}),
                               std::nullopt)
        .cut_at_scissors;
  };
  EXPECT_TRUE(cut(file));
  EXPECT_FALSE(cut("diff --git a/x b/x\n"));
  EXPECT_FALSE(cut(file.substr(0, file.find("diff"))));
}

TEST(CommitCleanup, FindsNoCommentWhereGitChoseItsCharacterFreely) {
  const auto find = [](Words arguments) {
    return CleanupInCommitHook(
        "doc: x\n# text\n", HookEnvironment(/*editor=*/false),
        MakeConfig({{"core.commentchar", "auto"}}), MakeGit(arguments));
  };
  EXPECT_EQ(find({"git", "commit", "--cleanup=strip", "-m", "x"}).mode,
            CleanupMode::kWhitespace);
  EXPECT_EQ(find({"git", "commit", "--cleanup=verbatim", "-m", "x"}).mode,
            CleanupMode::kVerbatim);
  EXPECT_FALSE(find({"git", "commit", "-v", "-m", "x"}).cut_at_scissors);
}

TEST(CommitCleanup, FindsTheTemplate) {
  const auto find = [](Words arguments,
                       std::map<std::string, std::string> config) {
    return FindTemplate(Environment(Environment::Values{{"HOME", "/home/a"}}),
                        MakeConfig(config), MakeGit(arguments));
  };
  EXPECT_EQ(find({"git", "commit"}, {}), std::nullopt);
  EXPECT_EQ(find({"git", "commit", "-t", "x"}, {}), "x");
  EXPECT_EQ(find({"git", "commit", "-vtx"}, {}), "x");
  EXPECT_EQ(find({"git", "commit", "--template", "x"}, {}), "x");
  EXPECT_EQ(find({"git", "commit", "--template=x"}, {}), "x");
  EXPECT_EQ(find({"git", "commit", "-m", "-tx"}, {}), std::nullopt);
  EXPECT_EQ(find({"git", "commit"}, {{"commit.template", "~/t"}}), "/home/a/t");
  EXPECT_EQ(find({"git", "commit", "-tx"}, {{"commit.template", "t"}}), "x");
}

TEST(CommitCleanup, KnowsAnUntouchedTemplate) {
  const auto untouched = [](const char* message, const char* from) {
    return IsUntouched(SplitLines(message), SplitLines(from));
  };
  EXPECT_TRUE(untouched("doc:\n\nWhy\n", "doc:\n\nWhy\n"));
  EXPECT_TRUE(untouched("doc:\n\nSigned-off-by: A <a@b.cc>\n", "doc:\n"));
  EXPECT_FALSE(untouched("doc: x\n", "doc:\n"));
  EXPECT_FALSE(untouched("doc:\nmore\n", "doc:\n"));
  EXPECT_FALSE(untouched("doc:\n", "doc:\n\nWhy\n"));
  EXPECT_FALSE(untouched("doc:\n", ""));
}

TEST(CommitCleanup, ReadsTheCommentString) {
  const auto comment = [](std::map<std::string, std::string> config) {
    return CommentString("doc: x\n; a comment\n", MakeConfig(config));
  };
  EXPECT_EQ(comment({}), "#");
  EXPECT_EQ(comment({{"core.commentchar", ";"}}), ";");
  EXPECT_EQ(comment({{"core.commentstring", "//"}}), "//");
  EXPECT_EQ(comment({{"core.commentchar", ""}}), "#");
}

TEST(CommitCleanup, IsAskedForInCommitHooksOnly) {
  EXPECT_TRUE(RunsInCommitHook(HookEnvironment(true)));
  EXPECT_FALSE(
      RunsInCommitHook(Environment(Environment::Values{{"GIT_DIR", ".git"}})));
  EXPECT_FALSE(RunsInCommitHook(Environment()));
}

}  // namespace
}  // namespace commitgate
