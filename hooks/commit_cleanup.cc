// SPDX-License-Identifier: MIT
#include "hooks/commit_cleanup.h"

#include <algorithm>
#include <string>

namespace commitgate {
namespace {

/// The options of `git commit` that decide how it cleans up.
struct CommitOptions {
  std::optional<std::string> cleanup;
  std::optional<bool> verbose;
  /// `-e`, `--no-edit`.
  std::optional<bool> edit;
  /// `-m`, `-F`, `-C`, `--fixup`: no editor unless `-e` asks for one.
  bool has_message = false;
  std::optional<std::string> template_file;
  bool amend = false;
};

/// Short options of git-commit(1) that take a value, in the same word or the
/// next.
constexpr std::string_view kShortWithValue = "CcFmtSu";
constexpr std::string_view kShortWithOptionalValue = "Su";

bool TakesMessage(char option) {
  return std::string_view("mFC").find(option) != std::string_view::npos;
}

/// Reads a word like `-avm`; returns whether the next word is its value.
bool ReadShortOptions(std::string_view word, CommitOptions& options) {
  for (size_t i = 1; i < word.size(); ++i) {
    const char option = word[i];
    if (option == 'v')
      options.verbose = true;
    if (option == 'e')
      options.edit = true;
    if (option == 't')
      options.template_file = word.substr(i + 1);
    options.has_message |= TakesMessage(option);
    if (kShortWithOptionalValue.find(option) != std::string_view::npos)
      return false;
    if (kShortWithValue.find(option) != std::string_view::npos)
      return i + 1 == word.size();
  }
  return false;
}

/// Git takes any unambiguous start of an option for the option.
bool Abbreviates(std::string_view name, std::string_view option) {
  return name.size() >= 2 && option.starts_with(name);
}

/// Reads a word like `--cleanup=strip`; returns whether the next word is its
/// value.
bool ReadLongOption(const std::string& word, CommitOptions& options) {
  const size_t equals = word.find('=');
  const std::string name = word.substr(2, equals - 2);
  const std::string value = equals == word.npos ? "" : word.substr(equals + 1);
  if (Abbreviates(name, "cleanup"))
    options.cleanup = value;
  if (Abbreviates(name, "template"))
    options.template_file = value;
  if (Abbreviates(name, "verbose"))
    options.verbose = true;
  if (name == "no-verbose")
    options.verbose = false;
  if (Abbreviates(name, "edit"))
    options.edit = true;
  if (Abbreviates(name, "amend"))
    options.amend = true;
  if (name == "no-edit")
    options.edit = false;
  const bool message =
      Abbreviates(name, "message") || Abbreviates(name, "file") ||
      Abbreviates(name, "reuse-message") || Abbreviates(name, "fixup");
  options.has_message |= message;
  return equals == word.npos &&
         (message || Abbreviates(name, "cleanup") ||
          Abbreviates(name, "template") || name == "author" || name == "date" ||
          name == "trailer" || name == "reedit-message" || name == "squash");
}

/// Where the arguments of `git commit` or `git merge` start: behind git's own
/// options and the command.  The end for any other command.
std::vector<std::string>::const_iterator FindArguments(
    const std::vector<std::string>& words) {
  constexpr std::string_view kWithValue[] = {
      "-C", "-c", "--git-dir", "--work-tree", "--namespace", "--config-env"};
  for (auto word = words.begin(); word != words.end(); ++word) {
    const bool is_program = word == words.begin();
    const bool value_follows = std::ranges::count(kWithValue, *word) > 0;
    if (value_follows && word + 1 != words.end())
      ++word;
    else if (!is_program && !word->starts_with('-'))
      return *word == "commit" || *word == "merge" ? word + 1 : words.end();
  }
  return words.end();
}

CommitOptions ReadArguments(const std::vector<std::string>& arguments) {
  CommitOptions options;
  for (auto word = FindArguments(arguments); word != arguments.end(); ++word) {
    if (*word == "--")
      break;
    if (word->size() < 2 || word->front() != '-')
      continue;
    const bool is_long = (*word)[1] == '-';
    const bool value_follows = is_long ? ReadLongOption(*word, options)
                                       : ReadShortOptions(*word, options);
    if (!value_follows || word + 1 == arguments.end())
      continue;
    ++word;
    for (auto* value : {&options.cleanup, &options.template_file})
      if (*value && (*value)->empty())
        *value = *word;
  }
  return options;
}

/// Git exports `GIT_EDITOR=:` where it uses no editor; but so may the person
/// who does not want one, and then `git commit` cleans up as with an editor.
bool UsesEditor(const Environment& environment,
                const std::optional<Ancestor>& git,
                const CommitOptions& options) {
  if (environment.Get("GIT_EDITOR") != ":")
    return true;
  const bool was_so_before =
      git && std::ranges::count(git->environment, "GIT_EDITOR=:") > 0;
  return was_so_before && options.edit.value_or(!options.has_message);
}

/// git-commit's get_cleanup_mode().  An unknown name stops git itself.
CleanupMode ChooseMode(std::string_view name, bool uses_editor) {
  const std::optional<CleanupMode> mode = ParseCleanupMode(name);
  if (!mode)
    return uses_editor ? CleanupMode::kStrip : CleanupMode::kWhitespace;
  if (*mode == CleanupMode::kScissors && !uses_editor)
    return CleanupMode::kWhitespace;
  return *mode;
}

/// `commit.verbose` is a boolean or a level.
bool IsVerbose(const GitConfig& config) {
  if (const auto verbose = config.GetBool("commit.verbose"))
    return *verbose;
  const std::string_view level = config.Get("commit.verbose").value_or("");
  return !level.empty() && level.find_first_not_of('0') != level.npos &&
         std::ranges::all_of(level, IsDigit);
}

bool IsAutomatic(const GitConfig& config) {
  return config.GetLast("core.commentchar", "core.commentstring") == "auto";
}

/// What `git commit -v` writes, for where its arguments cannot be seen.
bool HasDiffBelowScissors(std::string_view file) {
  const size_t scissors = file.find(std::string(kScissorsLine) + '\n');
  return scissors != file.npos &&
         file.find("\ndiff --git ", scissors) != file.npos;
}

}  // namespace

bool IsAmending(const std::optional<Ancestor>& git) {
  return git && ReadArguments(git->arguments).amend;
}

std::optional<std::string> FindTemplate(const Environment& environment,
                                        const GitConfig& config,
                                        const std::optional<Ancestor>& git) {
  if (git)
    if (const auto named = ReadArguments(git->arguments).template_file)
      return named;
  const auto configured = config.Get("commit.template");
  if (!configured || !configured->starts_with("~/"))
    return configured ? std::optional<std::string>(*configured) : std::nullopt;
  return environment.Get("HOME").value_or("") +
         std::string(configured->substr(1));
}

bool IsUntouched(std::span<const Line> message,
                 std::span<const Line> untouched) {
  const auto same = [](const Line& a, const Line& b) {
    return a.text == b.text;
  };
  const auto adds_nothing = [](const Line& line) {
    return line.text.empty() || line.text.starts_with("Signed-off-by: ");
  };
  return !untouched.empty() && message.size() >= untouched.size() &&
         std::ranges::equal(message.first(untouched.size()), untouched, same) &&
         std::ranges::all_of(message.subspan(untouched.size()), adds_nothing);
}

bool RunsInCommitHook(const Environment& environment) {
  return environment.Get("GIT_INDEX_FILE").has_value();
}

std::string CommentString(std::string_view file, const GitConfig& config) {
  const std::string_view configured =
      config.GetLast("core.commentchar", "core.commentstring").value_or("");
  if (IsAutomatic(config))
    return GuessCommentString(file);
  return configured.empty() ? "#" : std::string(configured);
}

Cleanup CleanupInCommitHook(std::string_view file,
                            const Environment& environment,
                            const GitConfig& config,
                            const std::optional<Ancestor>& git) {
  const CommitOptions options =
      git ? ReadArguments(git->arguments) : CommitOptions{};
  const bool uses_editor = UsesEditor(environment, git, options);
  const std::string_view configured =
      config.Get("commit.cleanup").value_or("default");
  const std::string_view mode =
      options.cleanup ? std::string_view(*options.cleanup) : configured;
  // The character that git chooses then starts no line: nothing is a comment.
  if (IsAutomatic(config) && !uses_editor) {
    const bool keeps = ChooseMode(mode, uses_editor) == CleanupMode::kVerbatim;
    return {keeps ? CleanupMode::kVerbatim : CleanupMode::kWhitespace};
  }
  return {
      .mode = ChooseMode(mode, uses_editor),
      .comment = CommentString(file, config),
      .cut_at_scissors = options.verbose.value_or(IsVerbose(config)) ||
                         (!git && HasDiffBelowScissors(file)),
  };
}

}  // namespace commitgate
