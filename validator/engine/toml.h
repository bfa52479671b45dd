// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commitgate {

struct TomlEntry;

/// Where in a TOML file: 1-based, columns in code points.
struct TomlPlace {
  int line = 1;
  int column = 1;

  auto operator<=>(const TomlPlace&) const = default;
};

/// A value of a TOML file, with its place.
struct TomlValue {
  enum class Kind {
    kString,
    kInteger,
    kFloat,
    kBoolean,
    kTime,
    kList,
    kTable,
  };

  Kind kind = Kind::kTable;
  TomlPlace place;
  /// With kString.
  std::string text;
  /// With kInteger.
  int64_t integer = 0;
  /// With kBoolean.
  bool boolean = false;
  /// With kList.
  std::vector<TomlValue> items;
  /// With kTable: in the order of the file, no key twice.
  std::vector<TomlEntry> entries;

  /// Null where the table has no such key.
  const TomlEntry* Find(std::string_view key) const;
};

/// A key of a table and what it stands for.
struct TomlEntry {
  std::string key;
  TomlPlace place;
  TomlValue value;
};

/// "a string", "a list", for people.
std::string_view Describe(TomlValue::Kind kind);

/// The table that is the whole of `toml`.  Throws Error("source:line:column:
/// reason") where it is no TOML or so deeply nested that reading it would
/// overrun the stack.
TomlValue ParseToml(std::string_view source, std::string_view toml);

}  // namespace commitgate
