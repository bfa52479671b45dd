// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <optional>
#include <string>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/operator_name.h"
#include "commands/output.h"
#include "commands/place.h"
#include "hooks/push/git_server.h"
#include "hooks/push/identity.h"
#include "hooks/push/ledger_place.h"
#include "hooks/push/moment.h"
#include "hooks/push/served.h"
#include "hooks/push/settle.h"
#include "validator/engine/duration.h"
#include "validator/error.h"
#include "validator/git/ref_name.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// What a ref is that is not there.
constexpr std::string_view kNone = "none";

struct GrantOptions {
  Place place;
  std::string ref;
  std::string before;
  std::string after;
  std::string to;
  std::string reason;
  std::string duration = "1h";
};

void Declare(CommandLine& line, GrantOptions& options) {
  options.place.AddRepositoryOptions(line);
  line.AddOption("--ref", options.ref, "the full name of the ref")
      .TypeName("REF")
      .Required();
  line.AddOption("--old", options.before, "what the ref is now, or 'none'")
      .TypeName("REV")
      .Required();
  line.AddOption("--new", options.after,
                 "what it may become: an object's full name, or 'none'")
      .TypeName("OID")
      .Required();
  line.AddOption("--to", options.to, "who may do it")
      .TypeName("PUSHER")
      .Required();
  line.AddOption("--reason", options.reason, "why, for the ledger")
      .TypeName("TEXT")
      .Required();
  line.AddOption("--for", options.duration, "for how long (default 1h)")
      .TypeName("DURATION");
}

[[noreturn]] void Refuse(std::string_view option, const std::string& value,
                         std::string_view wanted) {
  throw Error(
      fmt::format("granting: {} is '{}', {} is wanted", option, value, wanted));
}

/// A tag is not peeled where it is named in full.
std::optional<ObjectId> ReadBefore(const std::string& text,
                                   const Repository& repository) {
  if (text == kNone)
    return std::nullopt;
  if (const auto id = ObjectId::FromHex(text))
    return id;
  return repository.ResolveCommit(text);
}

/// The object need not be here yet.
std::optional<ObjectId> ReadAfter(const std::string& text) {
  if (text == kNone)
    return std::nullopt;
  const auto id = ObjectId::FromHex(text);
  if (!id)
    Refuse("--new", text, "an object's full name, or 'none',");
  return id;
}

Micros ReadDuration(const std::string& text) {
  const auto duration = ParseDuration(text);
  if (!duration)
    Refuse("--for", text, "a duration such as 1h");
  return *duration;
}

std::string HexOr(const std::optional<ObjectId>& id, std::string_view nothing) {
  return id ? id->Hex() : std::string(nothing);
}

/// What the options ask for, as far as it makes sense in the repository; from
/// when until when is left open.
Row MakeGrant(const GrantOptions& options, const Served& served) {
  if (!IsRefName(options.ref))
    Refuse("--ref", options.ref, "the full name of a ref");
  const auto provider = served.config.Get("commitgate.identity");
  if (!provider)
    throw Error(
        "granting: git config commitgate.identity is not set, nobody "
        "could use the grant");
  Row row;
  row.ref = options.ref;
  row.kind = RowKind::kGrant;
  row.how = RowHow::kGrant;
  row.state = RowState::kOpen;
  row.before = served.repository.ReadRef(row.ref);
  row.after = ReadAfter(options.after);
  row.pusher = {std::string(*provider), options.to};
  row.reason = fmt::format("{}: {}", OperatorName(), options.reason);
  if (row.before != ReadBefore(options.before, served.repository))
    Refuse("--old", options.before,
           fmt::format("{}, which the ref is now,", HexOr(row.before, kNone)));
  if (row.after == row.before)
    Refuse("--new", options.after, "something other than what the ref is now");
  return row;
}

}  // namespace

ExitStatus RunGrant(const Invocation& invocation) {
  CommandLine line{"Lets one person make one movement of one ref, once.",
                   "commitgate grant"};
  GrantOptions options;
  Declare(line, options);
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  options.place.Enter(invocation.environment);
  const Served served = Served::OfCommand(options.place.OpenRepository());
  const Micros duration = ReadDuration(options.duration);
  Row row = MakeGrant(options, served);
  Ledger ledger = OpenLedger(served.repository.GitDir(), served.config);
  Ledger::Transaction transaction(ledger);
  const GitServer server(served.repository);
  Settle(ledger, server, served.policy.policy.push, {row.ref});
  Stamp(row, ReadMoment(ledger, server));
  row.until = row.received + duration;
  ledger.Append(row);
  transaction.Commit();
  Output output;
  output.Write(fmt::format(
      "{} may move {} from {} to {}, once, within {}\n", Printable(options.to),
      Printable(row.ref), HexOr(row.before, "nothing"),
      HexOr(row.after, "nothing"), DescribeDuration(duration)));
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
