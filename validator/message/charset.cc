// SPDX-License-Identifier: MIT
#include "validator/message/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <type_traits>

#include "validator/message/character.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

/// The number of bytes at the start of `text` that are ASCII for sure.
size_t AsciiPrefix(std::string_view text) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  size_t length = 0;
  while (text.size() - length >= sizeof kHighBits) {
    uint64_t word;
    std::memcpy(&word, text.data() + length, sizeof word);
    if (word & kHighBits)
      break;
    length += sizeof word;
  }
  while (length < text.size() && !(text[length] & 0x80))
    ++length;
  return length;
}

/// Keeps iconv's own syntax (`//IGNORE`) and paths out of the name.
bool IsPlainName(std::string_view charset) {
  constexpr size_t kLongest = 64;
  const auto is_plain = [](char c) {
    return IsAlphanumeric(c) || c == '-' || c == '_' || c == '.' || c == ':' ||
           c == '+';
  };
  return charset.size() <= kLongest && std::ranges::all_of(charset, is_plain);
}

/// Git accepts this spelling, iconv does not.
std::string NameForIconv(std::string_view charset) {
  if (EqualsIgnoringCase(charset, "latin-1"))
    return "ISO-8859-1";
  return std::string(charset);
}

struct CloseConverter {
  void operator()(iconv_t converter) const { iconv_close(converter); }
};
using Converter =
    std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

Converter OpenConverter(std::string_view charset) {
  const iconv_t opened = iconv_open("UTF-8", NameForIconv(charset).c_str());
  // iconv_t is void*, and -1 stands for failure.
  return Converter(opened == reinterpret_cast<iconv_t>(-1) ? nullptr : opened);
}

std::optional<std::vector<char>> Convert(iconv_t converter,
                                         std::string_view text) {
  std::vector<char> converted(text.size() + text.size() / 4 + 16);
  // iconv does not write to its input, but its signature does not say so.
  char* in = const_cast<char*>(text.data());
  size_t in_left = text.size();
  size_t used = 0;
  bool flushing = false;
  while (true) {
    char* out = converted.data() + used;
    size_t out_left = converted.size() - used;
    const size_t result =
        flushing ? iconv(converter, nullptr, nullptr, &out, &out_left)
                 : iconv(converter, &in, &in_left, &out, &out_left);
    const int failure = errno;
    used = converted.size() - out_left;
    if (result == static_cast<size_t>(-1)) {
      if (failure != E2BIG)
        return std::nullopt;
      converted.resize(converted.size() * 2);
      continue;
    }
    if (flushing)
      break;
    flushing = true;
  }
  converted.resize(used);
  return converted;
}

}  // namespace

std::optional<size_t> FindInvalidUtf8(std::string_view text) {
  size_t offset = 0;
  while (true) {
    offset += AsciiPrefix(text.substr(offset));
    if (offset == text.size())
      return std::nullopt;
    const Character character = CharacterAt(text, offset);
    if (!character.code_point)
      return offset;
    offset += character.bytes;
  }
}

bool IsUtf8(std::string_view text) {
  return !FindInvalidUtf8(text);
}

bool IsUtf8Name(std::string_view charset) {
  constexpr std::array<std::string_view, 5> kNames{"", "utf-8", "utf8", "ascii",
                                                   "us-ascii"};
  return std::ranges::any_of(kNames, [&](std::string_view name) {
    return EqualsIgnoringCase(name, charset);
  });
}

std::optional<std::vector<char>> ToUtf8(std::string_view text,
                                        std::string_view charset) {
  if (IsUtf8Name(charset)) {
    if (!IsUtf8(text))
      return std::nullopt;
    return std::vector<char>(text.begin(), text.end());
  }
  if (!IsPlainName(charset))
    return std::nullopt;
  const Converter converter = OpenConverter(charset);
  if (!converter)
    return std::nullopt;
  auto converted = Convert(converter.get(), text);
  // Some of iconv's charsets can spell what is no character.
  if (!converted || !IsUtf8({converted->data(), converted->size()}))
    return std::nullopt;
  return converted;
}

}  // namespace commitgate
