// SPDX-License-Identifier: MIT
#include "validator/engine/toml.h"

#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "validator/error.h"

// For where toml++ is compiled here, not linked: some of what it is sure of
// does not hold for all that is no TOML, and has its error a few lines later.
// With NDEBUG it would tell the compiler that it holds.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

namespace commitgate {
namespace {

// toml++ bounds how deep lists and inline tables nest, but not the tables that
// dotted keys make, and it takes them apart recursively.
constexpr int kMaxDots = 16;

[[noreturn]] void Fail(std::string_view source, TomlPlace place,
                       std::string_view reason) {
  throw Error(
      fmt::format("{}:{}:{}: {}", source, place.line, place.column, reason));
}

/// The text behind the string that `rest` starts with.
std::string_view SkipString(std::string_view rest) {
  const char quote = rest.front();
  const std::string fence(3, quote);
  const bool multiline = rest.starts_with(fence);
  rest.remove_prefix(multiline ? 3 : 1);
  while (!rest.empty()) {
    if (multiline ? rest.starts_with(fence) : rest.front() == quote)
      break;
    if (!multiline && rest.front() == '\n')
      return rest;
    const bool escape = quote == '"' && rest.front() == '\\';
    rest.remove_prefix(std::min<size_t>(escape ? 2 : 1, rest.size()));
  }
  // One or two quotes may stand right before a closing fence.
  for (int i = 0; i < (multiline ? 5 : 1) && rest.starts_with(quote); ++i)
    rest.remove_prefix(1);
  return rest;
}

/// Where some line has more dots outside of strings than `kMaxDots`: nowhere
/// is its line 0.
TomlPlace FindTooManyDots(std::string_view toml) {
  TomlPlace place;
  int dots = 0;
  const std::string_view whole = toml;
  while (!toml.empty()) {
    const char c = toml.front();
    if (c == '"' || c == '\'') {
      toml = SkipString(toml);
      continue;
    }
    if (c == '#')
      toml.remove_prefix(std::min(toml.find('\n'), toml.size() - 1));
    if (toml.front() == '\n')
      dots = 0;
    if (c == '.' && ++dots > kMaxDots) {
      const auto before = whole.substr(0, whole.size() - toml.size());
      place.line += static_cast<int>(std::ranges::count(before, '\n'));
      return place;
    }
    toml.remove_prefix(1);
  }
  return {.line = 0};
}

TomlPlace PlaceOf(const toml::source_region& region) {
  // A value that toml++ makes up has no place: the root of an empty file.
  return {std::max(1, static_cast<int>(region.begin.line)),
          std::max(1, static_cast<int>(region.begin.column))};
}

TomlValue::Kind KindOf(toml::node_type type) {
  using Kind = TomlValue::Kind;
  switch (type) {
    case toml::node_type::string:
      return Kind::kString;
    case toml::node_type::integer:
      return Kind::kInteger;
    case toml::node_type::floating_point:
      return Kind::kFloat;
    case toml::node_type::boolean:
      return Kind::kBoolean;
    case toml::node_type::array:
      return Kind::kList;
    case toml::node_type::table:
      return Kind::kTable;
    default:
      return Kind::kTime;
  }
}

TomlValue Convert(const toml::node& node) {
  TomlValue value;
  value.kind = KindOf(node.type());
  value.place = PlaceOf(node.source());
  if (const auto* text = node.as_string())
    value.text = text->get();
  if (const auto* integer = node.as_integer())
    value.integer = integer->get();
  if (const auto* boolean = node.as_boolean())
    value.boolean = boolean->get();
  if (const auto* list = node.as_array()) {
    value.items.reserve(list->size());
    for (const toml::node& item : *list)
      value.items.push_back(Convert(item));
  }
  if (const auto* table = node.as_table()) {
    value.entries.reserve(table->size());
    for (const auto& [key, item] : *table)
      value.entries.push_back(
          {std::string(key.str()), PlaceOf(key.source()), Convert(item)});
    std::ranges::stable_sort(value.entries, {}, &TomlEntry::place);
  }
  return value;
}

/// toml++'s reason in the voice of the program.
std::string Reason(std::string_view description) {
  constexpr std::string_view kError = "Error while ";
  if (description.starts_with(kError))
    description.remove_prefix(kError.size());
  std::string reason(description);
  if (!reason.empty())
    reason[0] =
        static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
  return reason;
}

}  // namespace

const TomlEntry* TomlValue::Find(std::string_view key) const {
  const auto entry = std::ranges::find(entries, key, &TomlEntry::key);
  return entry == entries.end() ? nullptr : &*entry;
}

std::string_view Describe(TomlValue::Kind kind) {
  using Kind = TomlValue::Kind;
  switch (kind) {
    case Kind::kString:
      return "a string";
    case Kind::kInteger:
      return "a number";
    case Kind::kFloat:
      return "a number with a fraction";
    case Kind::kBoolean:
      return "true or false";
    case Kind::kTime:
      return "a date or time";
    case Kind::kList:
      return "a list";
    case Kind::kTable:
      break;
  }
  return "a table";
}

TomlValue ParseToml(std::string_view source, std::string_view toml) {
  const TomlPlace too_many_dots = FindTooManyDots(toml);
  if (too_many_dots.line > 0)
    Fail(source, too_many_dots,
         fmt::format("more than {} dots in keys", kMaxDots));
  try {
    return Convert(toml::parse(toml, source));
  } catch (const toml::parse_error& error) {
    Fail(source, PlaceOf(error.source()), Reason(error.description()));
  }
}

}  // namespace commitgate
