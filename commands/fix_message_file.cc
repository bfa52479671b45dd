// SPDX-License-Identifier: MIT
#include "commands/fix_message_file.h"

#include <fmt/core.h>

#include <string>

#include "commands/output.h"
#include "commands/repair_words.h"
#include "commands/repaired_file.h"
#include "commands/repairs.h"
#include "commands/storable.h"
#include "hooks/file.h"
#include "hooks/message_file.h"
#include "hooks/replace_file.h"
#include "validator/error.h"
#include "validator/message/charset.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

/// Throws Error where git would not store the repaired message of this file.
void WriteFile(const FixOptions& options, const Commit& commit,
               const std::string& text, const Environment& environment,
               const GitConfig& config) {
  const std::string& path = *options.message_file;
  if (!IsUtf8Name(config.Get("i18n.commitencoding").value_or("")))
    throw Error(fmt::format(
        "writing '{}': it is not in UTF-8, says i18n.commitEncoding", path));
  RequireStorable(text, fmt::format("writing '{}'", path));
  const std::string file = WithMessage(ReadFile(path), commit, text);
  const TemporaryFile trial(file);
  const auto stored =
      ReadMessageFile(trial.path(), options.cleanup, environment, config);
  if (!stored || TextOf(stored->message) != text)
    throw Error(fmt::format(
        "writing '{}': git would take a repaired line for a comment", path));
  ReplaceFile(path, file);
}

}  // namespace

ExitStatus FixMessageFile(const FixOptions& options,
                          const Environment& environment) {
  const GitConfig config = GitConfig::Read(".");
  const Repairs repairs = Repairs::OfMessages(options, environment, config);
  const auto commit = ReadMessageFile(*options.message_file, options.cleanup,
                                      environment, config);
  // Git gives the commit up by itself.
  if (!commit)
    return ExitStatus::kAccepted;
  const Repaired repaired = repairs.Of(*commit);
  const bool writes = options.outcome == FixOptions::Outcome::kWrite;
  if (writes && repaired.IsChanged())
    WriteFile(options, *commit, repaired.text, environment, config);
  Output output;
  output.Write(DescribeOutcome(*commit, repaired, options.outcome));
  output.Finish();
  if (options.outcome == FixOptions::Outcome::kDiff) {
    Output complaints = Output::StandardError();
    complaints.Write(SummarizeRest(repaired));
    complaints.Finish();
  }
  const bool is_all_well =
      !NeedsSomebody(repaired) && (writes || !repaired.IsChanged());
  return is_all_well ? ExitStatus::kAccepted : ExitStatus::kRejected;
}

}  // namespace commitgate
