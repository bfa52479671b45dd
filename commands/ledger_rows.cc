// SPDX-License-Identifier: MIT
#include "commands/ledger_rows.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "commands/rfc3339.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

using Json = nlohmann::ordered_json;

/// A reason is told in full by JSON only.
constexpr size_t kMostOfAReason = 200;

std::string_view KindOf(const Row& row) {
  return Word(row.kind == RowKind::kNone ? RowKind::kForward : row.kind);
}

/// What the hook, or an admin, has decided.
std::string_view DecisionOn(const Row& row) {
  switch (row.how) {
    case RowHow::kForward:
    case RowHow::kWindow:
    case RowHow::kAllow:
      return "accept";
    case RowHow::kRefused:
      return "refuse";
    case RowHow::kGrant:
      return "override";
    case RowHow::kOutside:
    case RowHow::kBaseline:
    case RowHow::kClock:
      break;
  }
  return "none";
}

Json JsonOf(const std::optional<ObjectId>& id) {
  return id ? Json(id->Hex()) : Json(nullptr);
}

std::string PrintJson(const FoldedRow& folded) {
  const Row& row = folded.row;
  const auto& pusher = row.pusher;
  const Json json = {
      {"seq", row.seq},
      {"push", row.push},
      {"ref", row.ref},
      {"kind", KindOf(row)},
      {"old", JsonOf(row.before)},
      {"new", JsonOf(row.after)},
      {"pusher", pusher ? Json(pusher->id) : Json(nullptr)},
      {"provider", pusher ? Json(pusher->provider) : Json(nullptr)},
      {"received", PrintTime(row.received)},
      {"clock", PrintTime(row.clock)},
      {"policy", row.policy},
      {"decision", DecisionOn(row)},
      {"reason", row.reason},
      {"state", Word(folded.state)},
      {"prev", folded.previous_hash},
      {"hash", folded.hash},
  };
  constexpr int kOneLine = -1;
  return json.dump(kOneLine, ' ', false, Json::error_handler_t::replace);
}

std::string ShortName(const std::optional<ObjectId>& id) {
  constexpr size_t kDigits = 10;
  return id ? id->Hex().substr(0, kDigits) : "nothing";
}

std::string PrintText(const FoldedRow& folded) {
  const Row& row = folded.row;
  std::string line = fmt::format(
      "{:>6}  {}  {:<9}  {:<8}  {:<12}  {}", row.seq,
      PrintTimeForPeople(row.received), Word(folded.state), KindOf(row),
      row.pusher ? Printable(row.pusher->id) : "-", Printable(row.ref));
  if (row.kind != RowKind::kClock)
    line +=
        fmt::format("  {}..{}", ShortName(row.before), ShortName(row.after));
  if (row.grant != 0)
    line += fmt::format("  by grant {}", row.grant);
  if (!row.reason.empty())
    line += fmt::format("  ({})", Printable(row.reason, kMostOfAReason));
  return line + "\n";
}

}  // namespace

std::string LedgerRowWriter::Begin() const {
  return format_ == Format::kJson ? "[" : "";
}

std::string LedgerRowWriter::Row(const FoldedRow& row) {
  if (format_ == Format::kText)
    return PrintText(row);
  if (format_ == Format::kJsonLines)
    return PrintJson(row) + "\n";
  const std::string_view separator = is_first_ ? "\n" : ",\n";
  is_first_ = false;
  return fmt::format("{}{}", separator, PrintJson(row));
}

std::string LedgerRowWriter::End() const {
  if (format_ != Format::kJson)
    return {};
  return is_first_ ? "]\n" : "\n]\n";
}

std::string LedgerRowWriter::Counted(const OnlyCounted& counted) const {
  if (format_ != Format::kText)
    return {};
  constexpr size_t kDate = 10;
  return fmt::format("{}: {} more {} refused on {}\n",
                     counted.pusher ? Printable(counted.pusher->id) : "nobody",
                     counted.count, counted.count == 1 ? "push" : "pushes",
                     PrintTimeForPeople(counted.day).substr(0, kDate));
}

}  // namespace commitgate
