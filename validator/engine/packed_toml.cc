// SPDX-License-Identifier: MIT
#include "validator/engine/packed_toml.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace commitgate {
namespace {

using Kind = TomlValue::Kind;

// Numbers, each with a blank behind it, and texts behind their sizes.

void PackNumber(int64_t number, std::string& packed) {
  packed += fmt::format("{} ", number);
}

void PackSize(size_t size, std::string& packed) {
  PackNumber(static_cast<int64_t>(size), packed);
}

void PackText(std::string_view text, std::string& packed) {
  PackSize(text.size(), packed);
  packed += text;
}

void PackPlace(const TomlPlace& place, std::string& packed) {
  PackNumber(place.line, packed);
  PackNumber(place.column, packed);
}

/// What there is of a value depends on its kind.
void Pack(const TomlValue& value, std::string& packed) {
  PackNumber(static_cast<int64_t>(value.kind), packed);
  PackPlace(value.place, packed);
  switch (value.kind) {
    case Kind::kString:
      return PackText(value.text, packed);
    case Kind::kInteger:
      return PackNumber(value.integer, packed);
    case Kind::kBoolean:
      return PackNumber(value.boolean ? 1 : 0, packed);
    case Kind::kFloat:
    case Kind::kTime:
      return;
    case Kind::kList:
      PackSize(value.items.size(), packed);
      for (const TomlValue& item : value.items)
        Pack(item, packed);
      return;
    case Kind::kTable:
      PackSize(value.entries.size(), packed);
      for (const TomlEntry& entry : value.entries) {
        PackText(entry.key, packed);
        PackPlace(entry.place, packed);
        Pack(entry.value, packed);
      }
  }
}

/// Takes from the front what the functions above have written.
class Unpacking {
 public:
  explicit Unpacking(std::string_view packed) : rest_(packed) {}

  TomlValue Value() {
    TomlValue value;
    value.kind = static_cast<Kind>(Number());
    value.place = Place();
    switch (value.kind) {
      case Kind::kString:
        value.text = Text();
        break;
      case Kind::kInteger:
        value.integer = Number();
        break;
      case Kind::kBoolean:
        value.boolean = Number() != 0;
        break;
      case Kind::kFloat:
      case Kind::kTime:
        break;
      case Kind::kList:
        value.items.resize(Number());
        for (TomlValue& item : value.items)
          item = Value();
        break;
      case Kind::kTable:
        value.entries.resize(Number());
        for (TomlEntry& entry : value.entries)
          entry = {std::string(Text()), Place(), Value()};
    }
    return value;
  }

 private:
  int64_t Number() {
    int64_t number = 0;
    const char* const end = rest_.data() + rest_.size();
    const char* const behind =
        std::from_chars(rest_.data(), end, number).ptr + 1;
    rest_.remove_prefix(std::min<size_t>(behind - rest_.data(), rest_.size()));
    return number;
  }

  std::string_view Text() {
    const size_t size = Number();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(text.size());
    return text;
  }

  TomlPlace Place() {
    const int line = static_cast<int>(Number());
    return {line, static_cast<int>(Number())};
  }

  std::string_view rest_;
};

}  // namespace

std::string PackToml(const TomlValue& value) {
  std::string packed;
  Pack(value, packed);
  return packed;
}

TomlValue UnpackToml(std::string_view packed) {
  return Unpacking(packed).Value();
}

}  // namespace commitgate
