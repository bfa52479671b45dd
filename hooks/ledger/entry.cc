// SPDX-License-Identifier: MIT
#include "hooks/ledger/entry.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <variant>

#include "hooks/ledger/row_words.h"
#include "validator/error.h"
#include "validator/git/blob_hash.h"
#include "validator/message/charset.h"

namespace commitgate {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSettlements[] = {"landed", "abandoned", "confirmed",
                                             "used"};
constexpr const char* kRow = "row";
constexpr const char* kSettlement = "settlement";
constexpr std::string_view kHexDigits = "0123456789abcdef";

std::string ToHex(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kHexDigits[byte >> 4];
    hex += kHexDigits[byte & 15];
  }
  return hex;
}

unsigned ReadHexDigit(char digit) {
  const size_t value = kHexDigits.find(digit);
  if (value == kHexDigits.npos)
    throw Error("no hexadecimal digit");
  return static_cast<unsigned>(value);
}

std::string FromHex(std::string_view hex) {
  if (hex.size() % 2 != 0)
    throw Error("half a byte");
  std::string bytes;
  for (size_t i = 0; i < hex.size(); i += 2)
    bytes +=
        static_cast<char>(ReadHexDigit(hex[i]) << 4 | ReadHexDigit(hex[i + 1]));
  return bytes;
}

Json PrintText(std::string_view text) {
  if (IsUtf8(text))
    return text;
  return {{"hex", ToHex(text)}};
}

Json PrintId(const std::optional<ObjectId>& id) {
  return id ? Json(id->Hex()) : Json(nullptr);
}

std::string ReadText(const Json& value) {
  if (value.is_object())
    return FromHex(value.at("hex").get<std::string>());
  return value.get<std::string>();
}

/// A fraction, or what is too large, is none of ours.
int64_t ReadNumber(const Json& value) {
  const bool fits = value.is_number_unsigned()
                        ? value.get<uint64_t>() <= uint64_t{INT64_MAX}
                        : value.is_number_integer();
  if (!fits)
    throw Error("no whole number");
  return value.get<int64_t>();
}

template <typename T>
T Need(std::optional<T> value) {
  if (!value)
    throw Error("an unknown word");
  return *std::move(value);
}

std::optional<ObjectId> ReadId(const Json& value) {
  if (value.is_null())
    return std::nullopt;
  return Need(ObjectId::FromHex(value.get<std::string>()));
}

void Print(const Row& row, Json& json) {
  const auto& pusher = row.pusher;
  json["push"] = PrintText(row.push);
  json["ref"] = PrintText(row.ref);
  json["kind"] = Word(row.kind);
  json["how"] = Word(row.how);
  json["old"] = PrintId(row.before);
  json["new"] = PrintId(row.after);
  json["pusher"] = pusher ? PrintText(pusher->id) : Json(nullptr);
  json["provider"] = pusher ? PrintText(pusher->provider) : Json(nullptr);
  json["received"] = row.received;
  json["clock"] = row.clock;
  json["uptime"] = row.uptime;
  json["boot"] = PrintText(row.boot);
  json["within"] = row.within;
  json["policy"] = PrintText(row.policy);
  json["policy-id"] = PrintText(row.policy_id);
  json["reason"] = PrintText(row.reason);
  json["grant"] = row.grant;
  json["until"] = row.until;
  json["state"] = Word(row.state);
}

std::optional<Pusher> ReadPusher(const Json& json) {
  if (json.at("pusher").is_null())
    return std::nullopt;
  return Pusher{.provider = ReadText(json.at("provider")),
                .id = ReadText(json.at("pusher"))};
}

Row ReadRow(const Json& json, int64_t seq) {
  const auto number = [&](const char* key) { return ReadNumber(json.at(key)); };
  const auto text = [&](const char* key) { return ReadText(json.at(key)); };
  return {
      .seq = seq,
      .push = text("push"),
      .ref = text("ref"),
      .kind = Need(ReadKind(text("kind"))),
      .how = Need(ReadHow(text("how"))),
      .before = ReadId(json.at("old")),
      .after = ReadId(json.at("new")),
      .pusher = ReadPusher(json),
      .received = number("received"),
      .clock = number("clock"),
      .uptime = number("uptime"),
      .boot = text("boot"),
      .within = number("within"),
      .policy = text("policy"),
      .policy_id = text("policy-id"),
      .reason = text("reason"),
      .grant = number("grant"),
      .until = number("until"),
      .state = Need(ReadState(text("state"))),
  };
}

void Print(const Settlement& settlement, Json& json) {
  json["about"] = settlement.about;
  json["state"] = Word(settlement.what);
}

Settlement ReadSettlement(const Json& json) {
  const auto word = json.at("state").get<std::string>();
  const auto* const found = std::ranges::find(kSettlements, word);
  if (found == std::end(kSettlements))
    throw Error("an unknown state");
  return {.about = ReadNumber(json.at("about")),
          .what = static_cast<Settlement::What>(found - kSettlements)};
}

Entry ReadEntry(std::string_view text) {
  const Json json = Json::parse(text);
  Entry entry;
  entry.seq = ReadNumber(json.at("seq"));
  entry.previous_hash = json.at("prev").get<std::string>();
  const auto type = json.at("entry").get<std::string>();
  if (type == kRow)
    entry.content = ReadRow(json, entry.seq);
  else if (type == kSettlement)
    entry.content = ReadSettlement(json);
  else
    throw Error("an unknown type of entry");
  return entry;
}

}  // namespace

std::string_view Word(Settlement::What what) {
  return kSettlements[static_cast<size_t>(what)];
}

std::string PrintEntry(const Entry& entry) {
  // One by one, for a list of initializers would copy each of them.
  Json json;
  json["seq"] = entry.seq;
  json["entry"] =
      std::holds_alternative<Row>(entry.content) ? kRow : kSettlement;
  std::visit([&](const auto& content) { Print(content, json); }, entry.content);
  json["prev"] = entry.previous_hash;
  return json.dump();
}

std::optional<Entry> ParseEntry(std::string_view text) {
  try {
    return ReadEntry(text);
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::string HashEntry(std::string_view text) {
  return HashBlob(std::string(text) + '\n').Hex();
}

}  // namespace commitgate
