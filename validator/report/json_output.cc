// SPDX-License-Identifier: MIT
#include "validator/report/json_output.h"

#include <fmt/format.h>

#include <iterator>

#include "validator/message/hazard.h"

namespace commitgate {
namespace {

void AppendUtf16(uint32_t code_point, std::string& out) {
  if (code_point >= 0x10000) {
    const uint32_t rest = code_point - 0x10000;
    AppendUtf16(0xD800 + (rest >> 10), out);
    AppendUtf16(0xDC00 + (rest & 0x3FF), out);
    return;
  }
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", code_point);
}

/// Appends the character at `offset`, which is no printable ASCII, and returns
/// its bytes.
size_t AppendCharacter(std::string_view text, size_t offset, std::string& out) {
  const Character character = CharacterAt(text, offset);
  if (!character.code_point)
    out += "\xef\xbf\xbd";
  else if (*character.code_point == '\n')
    out += "\\n";
  else if (*character.code_point == '\t')
    out += "\\t";
  else if (HazardOf(character, text, offset) == Hazard::kNone)
    out += text.substr(offset, character.bytes);
  else
    AppendUtf16(*character.code_point, out);
  return character.bytes;
}

void AppendPrintable(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\';
    out += c;
  }
}

}  // namespace

void JsonOutput::Open(char bracket) {
  BeforeValue();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonOutput::Close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonOutput::Key(std::string_view key) {
  String(key);
  out_ += ':';
  needs_comma_ = false;
}

void JsonOutput::Number(uint64_t number) {
  BeforeValue();
  out_ += std::to_string(number);
}

void JsonOutput::String(std::string_view text) {
  BeforeValue();
  out_ += '"';
  for (size_t offset = 0; offset < text.size();) {
    const size_t run = PrintableRun(text, offset);
    AppendPrintable(text.substr(offset, run), out_);
    offset += run;
    if (offset < text.size())
      offset += AppendCharacter(text, offset, out_);
  }
  out_ += '"';
}

void JsonOutput::BeforeValue() {
  if (needs_comma_)
    out_ += ',';
  needs_comma_ = true;
}

}  // namespace commitgate
