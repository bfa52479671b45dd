// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/message/trailer_cases.h"
#include "validator/message/cleanup.h"

namespace commitgate::testing {
namespace {

constexpr char kHook[] =
    "#!/bin/sh\n"
    "cp \"$1\" \"$SAVED.file\" && export -p >\"$SAVED.environment\"\n";

/// Types something above what git wrote.
constexpr char kEditor[] =
    "#!/bin/sh\n"
    "printf 'typed  \\n# typed\\n; typed\\n' | cat - \"$1\" >\"$1.new\" &&\n"
    "mv \"$1.new\" \"$1\"\n";

constexpr std::string_view kText =
    "\n\n  Subject\n# number sign\n; semicolon\nBody  \n\n\n\n#123 x\n"
    "\ttab \t\r\n\nSigned-off-by: x\n \n  folded\n\n"
    "; ------------------------ >8 ------------------------\nbetween\n"
    "# ------------------------ >8 ------------------------\nafter\n\n\n";

/// One way to call git commit.
struct Way {
  /// As for --cleanup.
  std::string cleanup;
  bool in_config = false;
  bool editor = false;
  bool verbose = false;
  /// As for core.commentChar.
  std::string comment;
};

std::string Name(const Way& way) {
  return fmt::format("cleanup={}{}{}{}, comment={}", way.cleanup,
                     way.in_config ? " (configured)" : "",
                     way.editor ? ", editor" : "", way.verbose ? ", -v" : "",
                     way.comment);
}

std::vector<Way> Ways() {
  std::vector<Way> ways;
  for (const char* cleanup :
       {"default", "verbatim", "whitespace", "strip", "scissors"}) {
    for (const bool editor : {false, true}) {
      for (const bool verbose : {false, true}) {
        for (const char* comment : {"#", ";", "auto"})
          ways.push_back(
              {cleanup, ways.size() % 2 == 0, editor, verbose, comment});
      }
    }
  }
  return ways;
}

/// What git-commit(1) says about `way`, for a file as the hook sees it.
Cleanup CleanupFor(const Way& way, std::string_view file) {
  Cleanup cleanup;
  cleanup.cut_at_scissors = way.verbose;
  cleanup.comment =
      way.comment == "auto" ? GuessCommentString(file) : way.comment;
  if (const auto mode = ParseCleanupMode(way.cleanup))
    cleanup.mode = *mode;
  else
    cleanup.mode = way.editor ? CleanupMode::kStrip : CleanupMode::kWhitespace;
  if (!way.editor && cleanup.mode == CleanupMode::kScissors)
    cleanup.mode = CleanupMode::kWhitespace;
  // Without an editor, git picks a character that starts no line at all.
  if (!way.editor && way.comment == "auto")
    cleanup.comment = "&";
  return cleanup;
}

/// A repository whose commit-msg hook saves what it sees.
class Repository {
 public:
  Repository() {
    Git(folder_.path(), {"init", "-q"});
    MakeExecutable(folder_.Write(".git/hooks/commit-msg", kHook));
    MakeExecutable(folder_.Write("editor", kEditor));
    folder_.Write("changing", "");
    Git(folder_.path(), {"add", "changing"});
  }

  /// Throws if git does not commit.
  void Commit(const Way& way, std::string_view text) {
    folder_.Write("changing", "# change\n" + std::to_string(++changes_) + "\n");
    folder_.Write("text", text);
    std::vector<std::string> command{"git", "-c", "maintenance.auto=false",
                                     "-c", "core.commentChar=" + way.comment};
    if (way.in_config)
      command.insert(command.end(), {"-c", "commit.cleanup=" + way.cleanup});
    command.insert(command.end(), {"commit", "-q", "-a", "-F", "text"});
    if (!way.in_config)
      command.push_back("--cleanup=" + way.cleanup);
    if (way.editor)
      command.push_back("-e");
    if (way.verbose)
      command.push_back("-v");
    const Result result =
        Run(command, {.directory = folder_.path(),
                      .environment = {{"GIT_EDITOR", folder_ / "editor"},
                                      {"SAVED", folder_ / "saved"}}});
    if (result.status != 0)
      throw std::runtime_error(result.err);
  }

  std::string File() const { return ReadFile(folder_ / "saved.file"); }

  std::string Environment() const {
    return ReadFile(folder_ / "saved.environment");
  }

  /// The messages of all commits, oldest first.
  std::vector<std::string> Stored() const {
    const std::string log =
        Git(folder_.path(), {"log", "--reverse", "--format=%B%x00"}) + "\n";
    std::vector<std::string> messages;
    for (size_t begin = 0; begin < log.size();) {
      const size_t end = log.find('\0', begin);
      messages.push_back(log.substr(begin, end - begin));
      begin = end + 2;
    }
    return messages;
  }

 private:
  static void MakeExecutable(const std::string& path) {
    Run({"chmod", "+x", path});
  }

  TempDir folder_;
  int changes_ = 0;
};

std::string Raw(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines)
    text.append(line.raw).append("\n");
  return text;
}

TEST(CleanUpGit, KeepsWhatGitStores) {
  Repository repository;
  std::vector<std::string> names;
  std::vector<std::string> files;
  std::vector<Cleanup> cleanups;
  for (const Way& way : Ways()) {
    repository.Commit(way, kText);
    names.push_back(Name(way));
    files.push_back(repository.File());
    cleanups.push_back(CleanupFor(way, files.back()));
  }
  const std::vector<std::string> stored = repository.Stored();
  ASSERT_EQ(stored.size(), files.size());
  for (size_t i = 0; i < stored.size(); ++i) {
    SCOPED_TRACE(names[i] + "\n" + files[i]);
    const std::vector<Line> kept = CleanUp(files[i], cleanups[i]);
    ASSERT_EQ(Raw(kept), stored[i]);
    const Message before = MakeMessage(kept);
    const Message after = MakeMessage(stored[i]);
    ASSERT_EQ(NormalForm(before), NormalForm(after));
    ASSERT_EQ(TrailerLines(before), TrailerLines(after));
  }
}

TEST(CleanUpGit, TellsTheHookWhetherThereIsAnEditor) {
  Repository repository;
  const auto says_no_editor = [&](bool editor) {
    repository.Commit({"default", false, editor, false, "#"}, "doc: fix\n");
    return repository.Environment().find("export GIT_EDITOR=':'\n") !=
           std::string::npos;
  };
  EXPECT_TRUE(says_no_editor(false));
  EXPECT_FALSE(says_no_editor(true));
}

}  // namespace
}  // namespace commitgate::testing
