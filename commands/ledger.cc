// SPDX-License-Identifier: MIT
#include "hooks/ledger/ledger.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <map>

#include "commands/arguments.h"
#include "commands/command.h"
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
  Format format = Format::kText;
  std::string reason;
};

const std::map<std::string, Format>& Formats() {
  static const std::map<std::string, Format> kFormats = {
      {"text", Format::kText},
      {"json", Format::kJson},
      {"jsonl", Format::kJsonLines},
  };
  return kFormats;
}

void Declare(CLI::App& app, LedgerOptions& options) {
  app.add_option("ACTION", options.action,
                 "list (default), verify, export or reset-clock")
      ->type_name("");
  options.place.AddRepositoryOptions(app);
  app.add_option("--ref", options.filter.ref, "list: only of this ref")
      ->type_name("REF");
  app.add_option("--pusher", options.filter.pusher,
                 "list: only of this person, as ID or PROVIDER:ID")
      ->type_name("PUSHER");
  app.add_option("--since", options.since,
                 "list: only what was received at this time or later")
      ->type_name("TIME");
  app.add_option("--until", options.until,
                 "list: only what was received at this time or before")
      ->type_name("TIME");
  app.add_option("--limit", options.filter.limit, "list: only the newest")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  app.add_option("--format", options.format,
                 "list: how: text (default), json or jsonl")
      ->type_name("FORMAT")
      ->transform(CLI::Transformer(Formats()));
  app.add_option("--reason", options.reason, "reset-clock: why, for the ledger")
      ->type_name("TEXT");
}

TimeSpan ReadTime(const char* option, const std::string& text) {
  const std::optional<TimeSpan> span = ParseTime(text);
  if (!span)
    throw Error(
        fmt::format("reading the command line: {} is '{}', a time such as "
                    "2026-11-22T05:04:03Z or a day such as 2026-11-22 is "
                    "wanted",
                    option, Printable(text)));
  return *span;
}

LedgerFilter FilterOf(const LedgerOptions& options) {
  LedgerFilter filter = options.filter;
  if (!options.since.empty())
    filter.since = ReadTime("--since", options.since).first;
  if (!options.until.empty())
    filter.until = ReadTime("--until", options.until).last;
  return filter;
}

ExitStatus List(const LedgerOptions& options, Repository repository) {
  const LedgerFilter filter = FilterOf(options);
  const Ledger ledger = OpenSettled(Served::OfCommand(std::move(repository)));
  LedgerRowWriter writer(options.format);
  Output output;
  output.Write(writer.Begin());
  ledger.List(filter,
              [&](const FoldedRow& row) { output.Write(writer.Row(row)); });
  output.Write(writer.End());
  output.Finish();
  return ExitStatus::kAccepted;
}

ExitStatus Verify(const LedgerOptions&, Repository repository) {
  const Ledger ledger = OpenToRead(repository);
  std::vector<std::string> complaints = ledger.Verify();
  std::ranges::copy(CompareWithRefs(ledger, repository),
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
};

const Action& FindAction(const std::string& name) {
  static constexpr Action kActions[] = {
      {"list", List},
      {"verify", Verify},
      {"export", Export},
      {"reset-clock", ResetClock},
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
  CLI::App app{"Tells what was pushed, by whom, when, and what became of it.",
               "commitgate ledger"};
  LedgerOptions options;
  Declare(app, options);
  if (const auto status = ParseArguments(app, invocation.arguments))
    return *status;
  const Action& action = FindAction(options.action);
  options.place.Enter(invocation.environment);
  return action.run(options, options.place.OpenRepository());
}

}  // namespace commitgate
