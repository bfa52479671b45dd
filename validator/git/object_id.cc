// SPDX-License-Identifier: MIT
#include "validator/git/object_id.h"

namespace commitgate {
namespace {

constexpr int kNoDigit = -1;

/// What a byte stands for as a digit.  Ids are read by the million.
constexpr std::array<signed char, 256> kDigitOf = [] {
  std::array<signed char, 256> digits{};
  digits.fill(kNoDigit);
  for (int i = 0; i < 10; ++i)
    digits['0' + i] = static_cast<signed char>(i);
  for (int i = 0; i < 6; ++i)
    digits['a' + i] = digits['A' + i] = static_cast<signed char>(10 + i);
  return digits;
}();

int HexDigit(char c) {
  return kDigitOf[static_cast<unsigned char>(c)];
}

}  // namespace

std::string ObjectId::Hex() const {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(2 * bytes.size(), '0');
  char* digit = hex.data();
  for (const unsigned char byte : bytes) {
    *digit++ = kDigits[byte >> 4];
    *digit++ = kDigits[byte & 15];
  }
  return hex;
}

std::optional<ObjectId> ObjectId::FromHex(std::string_view hex) {
  ObjectId id;
  if (hex.size() != 2 * id.bytes.size())
    return std::nullopt;
  int wrong = 0;
  for (size_t i = 0; i < id.bytes.size(); ++i) {
    const int byte = HexDigit(hex[2 * i]) * 16 | HexDigit(hex[2 * i + 1]);
    wrong |= byte;
    id.bytes[i] = static_cast<unsigned char>(byte);
  }
  return wrong < 0 ? std::nullopt : std::optional(id);
}

}  // namespace commitgate
