// SPDX-License-Identifier: MIT
#include "hooks/ledger/ledger.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <span>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/ledger_rows.h"
#include "commands/operator_name.h"
#include "commands/output.h"
#include "commands/place.h"
#include "commands/rfc3339.h"
#include "hooks/push/current_ledger.h"
#include "hooks/push/git_server.h"
#include "hooks/push/ledger_place.h"
#include "hooks/push/settle.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

using Format = LedgerRowWriter::Format;

struct LedgerOptions {
  Place place;
  std::string action = "list";
  LedgerFilter filter;
  std::string since;
  std::string until;
  std::string limit;
  std::string format = "text";
  std::string reason;
};

void Declare(CommandLine& line, LedgerOptions& options) {
  line.AddOption("ACTION", options.action,
                 "list (default), verify, export or reset-clock")
      .TypeName("");
  options.place.AddRepositoryOptions(line);
  line.AddOption("--ref", options.filter.ref, "list: only of this ref")
      .TypeName("REF");
  line.AddOption("--pusher", options.filter.pusher,
                 "list: only of this person, as ID or PROVIDER:ID")
      .TypeName("PUSHER");
  line.AddOption("--since", options.since,
                 "list: only what was received at this time or later")
      .TypeName("TIME");
  line.AddOption("--until", options.until,
                 "list: only what was received at this time or before")
      .TypeName("TIME");
  line.AddOption("--limit", options.limit, "list: only the newest")
      .TypeName("N");
  line.AddOption("--format", options.format,
                 "list: how: text (default), json or jsonl")
      .TypeName("FORMAT");
  line.AddOption("--reason", options.reason, "reset-clock: why, for the ledger")
      .TypeName("TEXT");
}

[[noreturn]] void RefuseValue(const char* option, const std::string& value,
                              std::string_view wanted) {
  throw Error(fmt::format("reading the command line: {} is '{}', {} is wanted",
                          option, Printable(value), wanted));
}

TimeSpan ReadTime(const char* option, const std::string& text) {
  const std::optional<TimeSpan> span = ParseTime(text);
  if (!span)
    RefuseValue(option, text,
                "a time such as 2026-11-22T05:04:03Z or a day such as "
                "2026-11-22");
  return *span;
}

int64_t ReadLimit(const std::string& text) {
  int64_t limit = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, limit);
  if (error != std::errc() || rest != end || limit < 1)
    RefuseValue("--limit", text, "a number from 1");
  return limit;
}

Format ReadFormat(const std::string& text) {
  if (text == "text")
    return Format::kText;
  if (text == "json")
    return Format::kJson;
  if (text == "jsonl")
    return Format::kJsonLines;
  RefuseValue("--format", text, "text, json or jsonl");
}

/// All refs have names that begin like this; branches may be called shortly.
std::string FullName(const std::string& ref) {
  return ref.empty() || ref.starts_with("refs/") ? ref : "refs/heads/" + ref;
}

LedgerFilter FilterOf(const LedgerOptions& options) {
  LedgerFilter filter = options.filter;
  filter.ref = FullName(filter.ref);
  if (!options.limit.empty())
    filter.limit = ReadLimit(options.limit);
  if (!options.since.empty())
    filter.since = ReadTime("--since", options.since).first;
  if (!options.until.empty())
    filter.until = ReadTime("--until", options.until).last;
  return filter;
}

ExitStatus List(const LedgerOptions& options, Repository repository) {
  const LedgerFilter filter = FilterOf(options);
  LedgerRowWriter writer(ReadFormat(options.format));
  const Ledger ledger = OpenSettled(Served::OfCommand(std::move(repository)));
  Output output;
  output.Write(writer.Begin());
  ledger.List(filter,
              [&](const FoldedRow& row) { output.Write(writer.Row(row)); });
  output.Write(writer.End());
  for (const OnlyCounted& counted : ledger.CountedBeyondRows(filter))
    output.Write(writer.Counted(counted));
  output.Finish();
  return ExitStatus::kAccepted;
}

ExitStatus Verify(const LedgerOptions&, Repository repository) {
  const Ledger ledger = OpenToRead(repository);
  std::vector<std::string> complaints = ledger.Verify();
  const Served served = Served::OfCommand(std::move(repository));
  std::ranges::copy(
      CompareWithRefs(ledger, served.repository, served.policy.policy.push),
      std::back_inserter(complaints));
  Output output;
  for (const std::string& complaint : complaints)
    output.Write(complaint + "\n");
  if (complaints.empty())
    output.Write("the ledger is whole, and the refs are as it says\n");
  output.Finish();
  return complaints.empty() ? ExitStatus::kAccepted : ExitStatus::kRejected;
}

ExitStatus Export(const LedgerOptions&, Repository repository) {
  const Ledger ledger = OpenToRead(repository);
  Output output;
  ledger.Export([&](const std::string& entry) { output.Write(entry + "\n"); });
  output.Finish();
  return ExitStatus::kAccepted;
}

ExitStatus ResetClock(const LedgerOptions& options, Repository repository) {
  if (options.reason.empty())
    throw Error(
        "reading the command line: reset-clock closes every window, "
        "and wants a --reason for that");
  OpenToRead(repository);
  const Served served = Served::OfCommand(std::move(repository));
  const GitServer server(served.repository);
  Ledger ledger = OpenLedger(served.repository.GitDir(), served.config);
  Ledger::Transaction transaction(ledger);
  Settle(ledger, server, served.policy.policy.push, ledger.Refs());
  RestartClock(ledger, server,
               fmt::format("{}: {}", OperatorName(), options.reason));
  transaction.Commit();
  Output output;
  output.Write("every window is closed, and the time starts again\n");
  output.Finish();
  return ExitStatus::kAccepted;
}

struct Action {
  std::string_view name;
  ExitStatus (*run)(const LedgerOptions&, Repository);
  /// What it reads beside the place.
  std::span<const std::string_view> options = {};
};

void RequireReads(const Action& action, const CommandLine& line) {
  static constexpr std::string_view kOfAll[] = {"ACTION", "-C", "--git-dir"};
  const auto is_in = [](const auto& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
  };
  for (const std::string& name : line.Given())
    if (!is_in(std::span(kOfAll), name) && !is_in(action.options, name))
      throw Error(fmt::format("reading the command line: {} takes no {}",
                              action.name, name));
}

const Action& FindAction(const std::string& name) {
  static constexpr std::string_view kOfList[] = {
      "--ref", "--pusher", "--since", "--until", "--limit", "--format"};
  static constexpr std::string_view kOfReset[] = {"--reason"};
  static constexpr Action kActions[] = {
      {"list", List, kOfList},
      {"verify", Verify},
      {"export", Export},
      {"reset-clock", ResetClock, kOfReset},
  };
  for (const Action& action : kActions)
    if (action.name == name)
      return action;
  throw Error(fmt::format(
      "reading the command line: there is no '{}' of the ledger, but list, "
      "verify, export and reset-clock",
      Printable(name)));
}

}  // namespace

ExitStatus RunLedger(const Invocation& invocation) {
  CommandLine line{
      "Tells what was pushed, by whom, when, and what became of it.",
      "commitgate ledger"};
  LedgerOptions options;
  Declare(line, options);
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  const Action& action = FindAction(options.action);
  RequireReads(action, line);
  options.place.Enter(invocation.environment);
  return action.run(options, options.place.OpenRepository());
}

}  // namespace commitgate
