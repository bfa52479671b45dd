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
  return fmt::format("# {}", Printable(text));
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

}  // namespace

std::string TomlString(std::string_view text) {
  std::string quoted = "\"";
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
  return quoted + '"';
}

std::string TomlList(const std::vector<std::string>& texts, size_t before) {
  std::string line = "[";
  for (const std::string& text : texts)
    line += fmt::format("{}{}", line.size() > 1 ? ", " : "", TomlString(text));
  if (before + line.size() < kWidth)
    return line + ']';
  std::string list = "[";
  size_t column = kWidth;
  for (const std::string& text : texts) {
    const std::string item = TomlString(text) + ',';
    const bool wraps = column + 1 + item.size() > kWidth;
    list += wraps ? "\n  " : " ";
    list += item;
    column = (wraps ? 2 : column + 1) + item.size();
  }
  return list + "\n]";
}

std::string TomlKey(std::string_view key) {
  const auto is_bare = [](char c) {
    return IsAlphanumeric(c) || c == '-' || c == '_';
  };
  const bool bare = !key.empty() && std::ranges::all_of(key, is_bare);
  return bare ? std::string(key) : TomlString(key);
}

void TomlWriter::Line(std::string_view text) {
  text_ += fmt::format("{}\n", text);
}

void TomlWriter::Comment(std::string_view text) {
  Line(AsComment(text));
}

void TomlWriter::Table(std::string_view header) {
  Line(fmt::format("\n{}", header));
}

void TomlWriter::Table(std::string_view header, const Origin& origin) {
  Line(fmt::format("\n{}  {}", header, AsComment(Describe(origin))));
}

void TomlWriter::Value(std::string_view key, std::string_view value) {
  Line(fmt::format("{} = {}", key, value));
}

void TomlWriter::Value(std::string_view key, std::string_view value,
                       const Origin& origin) {
  Line(fmt::format("{} = {}  {}", key, value, AsComment(Describe(origin))));
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
