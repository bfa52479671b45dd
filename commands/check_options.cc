// SPDX-License-Identifier: MIT
#include "commands/check_options.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "commands/command_line.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// The words of the command line, before they mean anything.
struct Words {
  std::string cleanup;
  std::string stage;
  std::string format = "text";
  std::string color = "auto";
  std::string jobs;
  bool tap = false;
  bool validate_metadata = false;
  bool no_validate_metadata = false;
  bool list_rules = false;
  bool list_subsystems = false;
  bool version = false;
};

std::string FormatNames() {
  std::string names;
  for (const Format& format : Formats())
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

void Declare(CommandLine& line, CheckOptions& options, Words& words) {
  line.AddOption("revisions", options.revisions,
                 "commits and ranges; HEAD if there are none; '-' reads JSON "
                 "from standard input")
      .TypeName("REV");
  line.AddFlag("--stdin", options.from_stdin,
               "read revisions from standard input, one a line");
  line.AddFlag("--history", options.history,
               "each revision stands for all commits reachable from it");
  line.AddOption("--message-file", options.message_file,
                 "judge the message in this file, as a commit-msg hook does")
      .TypeName("FILE");
  line.AddOption("--cleanup", words.cleanup,
                 "how git will clean that file up: strip, whitespace, "
                 "verbatim, scissors")
      .TypeName("MODE");
  const auto stage =
      line.AddOption("--stage", words.stage,
                     "draft asks for no landing metadata; landing does "
                     "(default, but for --message-file)")
          .TypeName("STAGE");
  const auto landing =
      line.AddFlag("-V,--validate-metadata", words.validate_metadata,
                   "the same as --stage=landing")
          .Excludes(stage);
  line.AddFlag("--no-validate-metadata", words.no_validate_metadata,
               "the same as --stage=draft")
      .Excludes(stage)
      .Excludes(landing);
  options.place.AddOptions(line);
  const auto format =
      line.AddOption("--format", words.format,
                     "how to report: " + FormatNames() + " (default text)")
          .TypeName("FORMAT");
  line.AddFlag("-t,--tap", words.tap, "the same as --format=tap")
      .Excludes(format);
  line.AddOption("-o,--out", options.out, "report to this file")
      .TypeName("FILE");
  line.AddFlag("-q,--quiet", options.quiet, "report errors only, no summary");
  line.AddOption("--color", words.color, "auto, always or never")
      .TypeName("WHEN");
  line.AddOption("--jobs", words.jobs, "how many threads to use").TypeName("N");
  line.AddFlag("-l,--list", words.list_rules, "the same as 'commitgate rules'");
  line.AddFlag("--list-subsystems", words.list_subsystems,
               "the same as 'commitgate subsystems'");
  line.AddFlag("-v,--version", words.version, "print the version");
}

[[noreturn]] void Refuse(std::string_view option, const std::string& value,
                         std::string_view wanted) {
  throw Error(fmt::format("reading the command line: {} is '{}', {} is wanted",
                          option, value, wanted));
}

Stage ReadStage(const Words& words, const CheckOptions& options) {
  if (words.stage == "draft" || words.no_validate_metadata)
    return Stage::kDraft;
  if (words.stage == "landing" || words.validate_metadata)
    return Stage::kLanding;
  if (!words.stage.empty())
    Refuse("--stage", words.stage, "draft or landing");
  return !options.message_file ? Stage::kLanding : Stage::kDraft;
}

UseColor ReadColor(const std::string& word) {
  if (word == "auto")
    return UseColor::kAuto;
  if (word == "always")
    return UseColor::kAlways;
  if (word == "never")
    return UseColor::kNever;
  Refuse("--color", word, "auto, always or never");
}

int ReadJobs(const std::string& word) {
  constexpr int kMost = 256;
  if (word.empty())
    return 0;
  int jobs = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, jobs);
  if (error != std::errc() || stop != end || jobs < 1 || jobs > kMost)
    Refuse("--jobs", word, "a number from 1 to 256");
  return jobs;
}

std::optional<CleanupMode> ReadCleanup(const std::string& word) {
  if (word.empty())
    return std::nullopt;
  const auto mode = ParseCleanupMode(word);
  if (!mode)
    Refuse("--cleanup", word, "strip, whitespace, verbatim or scissors");
  return mode;
}

const Format* ReadFormat(const Words& words) {
  const std::string name = words.tap ? "tap" : words.format;
  const Format* format = FindFormat(name);
  if (!format)
    Refuse("--format", name, "one of " + FormatNames());
  return format;
}

/// Inputs that cannot be had together.
void RefuseMixtures(const CheckOptions& options) {
  const auto& revisions = options.revisions;
  if (std::ranges::count(revisions, "-") > 0 &&
      (revisions.size() > 1 || options.from_stdin))
    throw Error(
        "reading the command line: '-' reads JSON and stands alone; revisions "
        "come from standard input with --stdin");
  const bool names_commits = !revisions.empty() || options.from_stdin;
  if (options.message_file && names_commits)
    throw Error("reading the command line: --message-file excludes revisions");
  if (!options.message_file && options.cleanup)
    throw Error("reading the command line: --cleanup needs --message-file");
  if (options.history && (options.message_file || options.ReadsJson()))
    throw Error("reading the command line: --history needs revisions");
}

}  // namespace

CheckRequest ReadCheckArguments(const std::vector<std::string>& arguments) {
  CommandLine line{"Judges commit messages by the rules of a project.",
                   "commitgate check"};
  CheckOptions options;
  Words words;
  Declare(line, options, words);
  if (const auto status = line.Parse(arguments))
    return *status;
  if (words.version)
    return OtherCommand{RunVersion, {}};

  const std::vector<std::string> place = options.place.Arguments();
  if (words.list_rules)
    return OtherCommand{RunRules, place};
  if (words.list_subsystems)
    return OtherCommand{RunSubsystems, place};

  options.stage = ReadStage(words, options);
  options.format = ReadFormat(words);
  options.color = ReadColor(words.color);
  options.cleanup = ReadCleanup(words.cleanup);
  options.jobs = ReadJobs(words.jobs);
  RefuseMixtures(options);
  return options;
}

}  // namespace commitgate
