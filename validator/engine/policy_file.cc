// SPDX-License-Identifier: MIT
#include "validator/engine/policy_file.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "validator/engine/duration.h"
#include "validator/engine/policy_words.h"
#include "validator/engine/suggest.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using Kind = TomlValue::Kind;

TomlValue Parse(const std::string& source, std::string_view toml) {
  if (toml.size() > PolicyFile::kMaxSize)
    throw Error(fmt::format("{}:1:1: policy is {} bytes long, limit is {}",
                            source, toml.size(), PolicyFile::kMaxSize));
  return ParseToml(source, toml);
}

}  // namespace

std::string DidYouMean(std::string_view word,
                       std::span<const std::string_view> known) {
  if (const auto closest = Closest(word, known))
    return fmt::format(", did you mean '{}'?", *closest);
  constexpr size_t kFew = 12;
  if (known.empty() || known.size() > kFew)
    return "";
  std::string hint = ", wanted is one of";
  for (const std::string_view one : known)
    hint += fmt::format("{} '{}'", one == known.front() ? "" : ",", one);
  return hint;
}

PolicyFile::PolicyFile(std::string source, std::string_view toml)
    : source_(std::move(source)), root_(Parse(source_, toml)) {}

PolicyFile::PolicyFile(std::string source, TomlValue root)
    : source_(std::move(source)), root_(std::move(root)) {}

Origin PolicyFile::OriginOf(const TomlPlace& place) const {
  return {source_, place.line};
}

void PolicyFile::Refuse(const TomlPlace& place, std::string_view what) const {
  throw Error(
      fmt::format("{}:{}:{}: {}", source_, place.line, place.column, what));
}

void PolicyFile::RefuseUnknown(const TomlPlace& place, std::string_view what,
                               std::string_view word,
                               std::span<const std::string_view> known) const {
  Refuse(place, fmt::format("{} '{}'{}", what, word, DidYouMean(word, known)));
}

void PolicyFile::AllowKeys(const TomlValue& table,
                           std::span<const std::string_view> known) const {
  for (const TomlEntry& entry : table.entries)
    if (std::ranges::find(known, entry.key) == known.end())
      RefuseUnknown(entry.place, "unknown key", entry.key, known);
}

const TomlValue* PolicyFile::FindTable(
    std::string_view name, std::span<const std::string_view> keys) const {
  const TomlEntry* const entry = root_.Find(name);
  if (entry == nullptr)
    return nullptr;
  const TomlValue& table = Table(*entry);
  AllowKeys(table, keys);
  return &table;
}

const TomlEntry& PolicyFile::Need(const TomlValue& table, std::string_view key,
                                  std::string_view what) const {
  const TomlEntry* const entry = table.Find(key);
  if (entry == nullptr)
    Refuse(table.place, fmt::format("{} has no '{}'", what, key));
  return *entry;
}

void PolicyFile::MustBe(const TomlValue& value, Kind wanted,
                        std::string_view name) const {
  if (value.kind != wanted)
    Refuse(value.place, fmt::format("'{}' is {}, {} is wanted", name,
                                    Describe(value.kind), Describe(wanted)));
}

const TomlValue& PolicyFile::Table(const TomlEntry& entry) const {
  MustBe(entry.value, Kind::kTable, entry.key);
  return entry.value;
}

std::span<const TomlValue> PolicyFile::Tables(const TomlEntry& entry) const {
  if (entry.value.kind != Kind::kList)
    Refuse(entry.place, fmt::format("'{}' is {}, wanted is '[[{}]]'", entry.key,
                                    Describe(entry.value.kind), entry.key));
  for (const TomlValue& item : entry.value.items)
    MustBe(item, Kind::kTable, entry.key);
  return entry.value.items;
}

const std::string& PolicyFile::Text(const TomlEntry& entry) const {
  MustBe(entry.value, Kind::kString, entry.key);
  return entry.value.text;
}

const std::string& PolicyFile::TextThatIsNotEmpty(
    const TomlEntry& entry) const {
  if (Text(entry).empty())
    Refuse(entry.value.place, fmt::format("'{}' is empty", entry.key));
  return entry.value.text;
}

bool PolicyFile::Boolean(const TomlEntry& entry) const {
  MustBe(entry.value, Kind::kBoolean, entry.key);
  return entry.value.boolean;
}

int64_t PolicyFile::Number(const TomlEntry& entry) const {
  MustBe(entry.value, Kind::kInteger, entry.key);
  if (entry.value.integer < 0)
    Refuse(entry.value.place,
           fmt::format("'{}' is {}, a number that is not negative is wanted",
                       entry.key, entry.value.integer));
  return entry.value.integer;
}

int64_t PolicyFile::Count(const TomlEntry& entry) const {
  MustBe(entry.value, Kind::kInteger, entry.key);
  if (entry.value.integer < 1)
    Refuse(entry.value.place,
           fmt::format("'{}' is {}, a number that is at least 1 is wanted",
                       entry.key, entry.value.integer));
  return entry.value.integer;
}

Micros PolicyFile::Duration(const TomlEntry& entry) const {
  const std::string& text = Text(entry);
  const auto duration = ParseDuration(text);
  if (!duration || *duration < kSecond)
    Refuse(entry.value.place,
           fmt::format("'{}' is '{}', a duration such as '10m' is wanted, from "
                       "'1s' to '{}'",
                       entry.key, text, PrintDuration(kLongestDuration)));
  return *duration;
}

std::span<const TomlValue> PolicyFile::Names(const TomlEntry& entry) const {
  MustBe(entry.value, Kind::kList, entry.key);
  for (const TomlValue& item : entry.value.items) {
    if (item.kind != Kind::kString)
      Refuse(item.place, fmt::format("'{}' lists {}, a string is wanted",
                                     entry.key, Describe(item.kind)));
    if (item.text.empty())
      Refuse(item.place, fmt::format("'{}' lists an empty name", entry.key));
  }
  return entry.value.items;
}

size_t PolicyFile::Choice(const TomlEntry& entry, std::string_view what,
                          std::span<const std::string_view> words) const {
  const std::string& text = Text(entry);
  const auto word = std::ranges::find(words, text);
  if (word == words.end())
    RefuseUnknown(entry.value.place, fmt::format("unknown {}", what), text,
                  words);
  return word - words.begin();
}

size_t PolicyFile::Choice(const TomlEntry& entry,
                          std::span<const std::string_view> words) const {
  return Choice(entry, fmt::format("value for '{}':", entry.key), words);
}

Level PolicyFile::LevelOf(const TomlEntry& entry) const {
  return static_cast<Level>(Choice(entry, "level", kLevelWords));
}

Pattern PolicyFile::PatternOf(const TomlEntry& entry) const {
  const std::string& source = TextThatIsNotEmpty(entry);
  try {
    return Pattern(source);
  } catch (const PatternError& error) {
    Refuse(entry.value.place, fmt::format("bad pattern '{}' at offset {}: {}",
                                          source, error.offset, error.reason));
  }
}

}  // namespace commitgate
