// SPDX-License-Identifier: MIT
#include "commands/fix_options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "commands/arguments.h"
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

void DeclareOutcome(CLI::App& app, FixOptions& options, Words& words) {
  auto* diff = app.add_flag("--diff", words.diff, "show what would be changed");
  auto* write =
      app.add_flag("--write", words.write,
                   "change it: the message of HEAD, or the message file")
          ->excludes(diff);
  app.add_flag("--in-rebase", options.in_rebase,
               "change HEAD although a rebase is under way")
      ->needs(write);
  app.add_option("--rev", options.plan,
                 "print a plan for 'git rebase' that repairs these commits")
      ->type_name("A..B")
      ->excludes(diff)
      ->excludes(write);
}

void DeclareInput(CLI::App& app, FixOptions& options, Words& words) {
  app.add_option("revisions", options.revisions,
                 "commits and ranges; HEAD if there are none; '-' passes a "
                 "message from standard input on")
      ->type_name("REV");
  auto* file = app.add_option("--message-file", options.message_file,
                              "the message in this file, as a commit-msg hook "
                              "is given it")
                   ->type_name("FILE");
  app.add_option("--cleanup", options.cleanup,
                 "how git will clean that file up: strip, whitespace, "
                 "verbatim, scissors")
      ->type_name("MODE")
      ->transform(CLI::Transformer(CleanupWords()))
      ->needs(file);
  app.add_option("--stage", words.stage,
                 "draft asks for no landing metadata; landing does (default "
                 "for commits)")
      ->type_name("STAGE")
      ->transform(CLI::Transformer(StageWords()));
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
  CLI::App app{"Repairs in messages what needs nobody to decide.",
               "commitgate fix"};
  FixOptions options;
  Words words;
  DeclareInput(app, options, words);
  DeclareOutcome(app, options, words);
  options.place.AddOptions(app);
  if (const auto status = ParseArguments(app, arguments))
    return *status;
  options.outcome = ReadOutcome(words);
  const bool is_draft = options.message_file || options.IsFilter();
  options.stage =
      words.stage.value_or(is_draft ? Stage::kDraft : Stage::kLanding);
  RefuseMixtures(options);
  return options;
}

}  // namespace commitgate
