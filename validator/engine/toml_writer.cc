// SPDX-License-Identifier: MIT
#include "validator/engine/toml_writer.h"

#include <algorithm>
#include <cstdint>

#include <fmt/core.h>

#include "validator/message/ascii.h"
#include "validator/message/character.h"
#include "validator/message/hazard.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr size_t kWidth = 80;

/// A comment ends with its line, whatever a file is called.
std::string AsComment(std::string_view text) {
  return "# " + Printable(text);
}

std::string Escape(const Character& character) {
  constexpr uint32_t kReplacement = 0xFFFD;
  const uint32_t code_point = character.code_point.value_or(kReplacement);
  return code_point > 0xFFFF ? fmt::format("\\U{:08x}", code_point)
                             : fmt::format("\\u{:04x}", code_point);
}

/// How many bytes from `offset` on stand for themselves in quotes; there may be
/// more behind.
size_t PlainRun(std::string_view text, size_t offset) {
  const std::string_view run = text.substr(offset, PrintableRun(text, offset));
  return std::min(run.size(), run.find_first_of("\"\\"));
}

std::string OnOneLine(const std::vector<std::string>& items) {
  std::string list = "[";
  for (const std::string& item : items) {
    if (list.size() > 1)
      list += ", ";
    list += item;
  }
  return list + ']';
}

std::string OnManyLines(const std::vector<std::string>& items) {
  std::string list = "[";
  size_t column = kWidth;
  for (const std::string& item : items) {
    const size_t size = item.size() + 1;
    const bool wraps = column + 1 + size > kWidth;
    list += wraps ? "\n  " : " ";
    list += item;
    list += ',';
    column = (wraps ? 2 : column + 1) + size;
  }
  return list + "\n]";
}

}  // namespace

std::string TomlString(std::string_view text) {
  std::string quoted;
  quoted.reserve(text.size() + 2);
  quoted += '"';
  for (size_t offset = 0; offset < text.size();) {
    if (const size_t run = PlainRun(text, offset)) {
      quoted += text.substr(offset, run);
      offset += run;
      continue;
    }
    const Character character = CharacterAt(text, offset);
    if (HazardOf(character, text, offset) != Hazard::kNone)
      quoted += Escape(character);
    else if (text[offset] == '"' || text[offset] == '\\')
      quoted += {'\\', text[offset]};
    else
      quoted += text.substr(offset, character.bytes);
    offset += character.bytes;
  }
  quoted += '"';
  return quoted;
}

std::string TomlList(const std::vector<std::string>& texts, size_t before) {
  std::vector<std::string> items;
  items.reserve(texts.size());
  for (const std::string& text : texts)
    items.push_back(TomlString(text));
  std::string line = OnOneLine(items);
  return before + line.size() <= kWidth ? line : OnManyLines(items);
}

std::string TomlKey(std::string_view key) {
  const auto is_bare = [](char c) {
    return IsAlphanumeric(c) || c == '-' || c == '_';
  };
  const bool bare = !key.empty() && std::ranges::all_of(key, is_bare);
  return bare ? std::string(key) : TomlString(key);
}

// A policy has hundreds of lines, and each push writes them.
void TomlWriter::Add(std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts)
    text_ += part;
}

void TomlWriter::Line(std::string_view text) {
  Add({text, "\n"});
}

void TomlWriter::Comment(std::string_view text) {
  Line(AsComment(text));
}

void TomlWriter::Table(std::string_view header) {
  Add({"\n", header, "\n"});
}

void TomlWriter::Table(std::string_view header, const Origin& origin) {
  Add({"\n", header, "  ", AsComment(Describe(origin)), "\n"});
}

void TomlWriter::Value(std::string_view key, std::string_view value) {
  Add({key, " = ", value, "\n"});
}

void TomlWriter::Value(std::string_view key, std::string_view value,
                       const Origin& origin) {
  Add({key, " = ", value, "  ", AsComment(Describe(origin)), "\n"});
}

void TomlWriter::List(std::string_view key,
                      const std::vector<std::string>& texts) {
  Value(key, TomlList(texts, key.size() + 3));
}

void TomlWriter::List(std::string_view key,
                      const std::vector<std::string>& texts,
                      const Origin& origin) {
  Value(key, TomlList(texts, key.size() + 3), origin);
}

}  // namespace commitgate
