// SPDX-License-Identifier: MIT
#include "commands/fix_options.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "commands/command_line.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// The words of the command line, before they mean anything.
struct Words {
  bool diff = false;
  bool write = false;
  std::optional<Stage> stage;
};

const std::map<std::string, Stage>& StageWords() {
  static const std::map<std::string, Stage> kWords = {
      {"draft", Stage::kDraft}, {"landing", Stage::kLanding}};
  return kWords;
}

const std::map<std::string, CleanupMode>& CleanupWords() {
  static const std::map<std::string, CleanupMode> kWords = {
      {"scissors", CleanupMode::kScissors},
      {"strip", CleanupMode::kStrip},
      {"verbatim", CleanupMode::kVerbatim},
      {"whitespace", CleanupMode::kWhitespace}};
  return kWords;
}

void DeclareOutcome(CommandLine& line, FixOptions& options, Words& words) {
  const auto diff =
      line.AddFlag("--diff", words.diff, "show what would be changed");
  const auto write =
      line.AddFlag("--write", words.write,
                   "change it: the message of HEAD, or the message file")
          .Excludes(diff);
  line.AddFlag("--in-rebase", options.in_rebase,
               "change HEAD although a rebase is under way")
      .Needs(write);
  line.AddOption("--rev", options.plan,
                 "print a plan for 'git rebase' that repairs these commits")
      .TypeName("A..B")
      .Excludes(diff)
      .Excludes(write);
}

void DeclareInput(CommandLine& line, FixOptions& options, Words& words) {
  line.AddOption("revisions", options.revisions,
                 "commits and ranges; HEAD if there are none; '-' passes a "
                 "message from standard input on")
      .TypeName("REV");
  const auto file =
      line.AddOption("--message-file", options.message_file,
                     "the message in this file, as a commit-msg hook "
                     "is given it")
          .TypeName("FILE");
  line.AddChoice("--cleanup", options.cleanup, CleanupWords(),
                 "how git will clean that file up: strip, whitespace, "
                 "verbatim, scissors")
      .TypeName("MODE")
      .Needs(file);
  line.AddChoice("--stage", words.stage, StageWords(),
                 "draft asks for no landing metadata; landing does (default "
                 "for commits)")
      .TypeName("STAGE");
}

FixOptions::Outcome ReadOutcome(const Words& words) {
  if (words.write)
    return FixOptions::Outcome::kWrite;
  return words.diff ? FixOptions::Outcome::kDiff : FixOptions::Outcome::kTell;
}

[[noreturn]] void Refuse(std::string_view why) {
  throw Error(fmt::format("reading the command line: {}", why));
}

/// Inputs that cannot be had together.
void RefuseMixtures(const FixOptions& options) {
  const auto& revisions = options.revisions;
  if (options.message_file && (!revisions.empty() || options.plan))
    Refuse("--message-file excludes revisions");
  if (options.plan && !revisions.empty())
    Refuse("--rev names all commits there are to be, wanted no others");
  if (std::ranges::count(revisions, "-") > 0 && revisions.size() > 1)
    Refuse("'-' stands alone");
  if (options.in_rebase && options.message_file)
    Refuse("--in-rebase is about commits, --message-file is not");
  if (options.outcome != FixOptions::Outcome::kWrite)
    return;
  if (options.IsFilter())
    Refuse("'-' is written to standard output without --write");
  if (!revisions.empty() && revisions != std::vector<std::string>{"HEAD"})
    Refuse("--write changes HEAD only; see --rev for others");
}

}  // namespace

std::variant<FixOptions, ExitStatus> ReadFixArguments(
    const std::vector<std::string>& arguments) {
  CommandLine line{"Repairs in messages what needs nobody to decide.",
                   "commitgate fix"};
  FixOptions options;
  Words words;
  DeclareInput(line, options, words);
  DeclareOutcome(line, options, words);
  options.place.AddOptions(line);
  if (const auto status = line.Parse(arguments))
    return *status;
  options.outcome = ReadOutcome(words);
  const bool is_draft = options.message_file || options.IsFilter();
  options.stage =
      words.stage.value_or(is_draft ? Stage::kDraft : Stage::kLanding);
  RefuseMixtures(options);
  return options;
}

}  // namespace commitgate
