// SPDX-License-Identifier: MIT
#include "validator/message/character.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

/// Byte for byte.
size_t SlowRun(std::string_view text, size_t offset) {
  size_t end = offset;
  while (end < text.size() && text[end] >= ' ' && text[end] <= '~')
    ++end;
  return end - offset;
}

TEST(PrintableRun, EndsAtTheFirstOddByte) {
  for (size_t size = 0; size <= 20; ++size) {
    const std::string plain(size, 'a');
    for (size_t offset = 0; offset <= size; ++offset) {
      SCOPED_TRACE(std::to_string(size) + " from " + std::to_string(offset));
      EXPECT_EQ(PrintableRun(plain, offset), size - offset);
      for (size_t odd = 0; odd < size; ++odd) {
        std::string text = plain;
        text[odd] = '\t';
        EXPECT_EQ(PrintableRun(text, offset), SlowRun(text, offset));
      }
    }
  }
}

TEST(PrintableRun, TellsEachByteWhereverItIs) {
  for (int byte = 0; byte < 256; ++byte) {
    for (size_t at = 0; at < 11; ++at) {
      SCOPED_TRACE(std::to_string(byte) + " at " + std::to_string(at));
      std::string text = "hello world";
      text[at] = static_cast<char>(byte);
      EXPECT_EQ(PrintableRun(text, 0), SlowRun(text, 0));
      EXPECT_EQ(PrintableRun(text, 2), SlowRun(text, 2));
      EXPECT_EQ(PrintableRun(text, 8), SlowRun(text, 8));
    }
  }
}

TEST(CharacterAt, ReadsUtf8) {
  const Character umlaut = CharacterAt("x\xc3\xa4", 1);
  EXPECT_EQ(umlaut.bytes, 2u);
  EXPECT_EQ(umlaut.code_point, 0xe4u);
  for (const std::string_view text : {"\xc3", "\xff", "\xc0\x80"}) {
    EXPECT_EQ(CharacterAt(text, 0).bytes, 1u);
    EXPECT_EQ(CharacterAt(text, 0).code_point, std::nullopt);
  }
}

}  // namespace
}  // namespace commitgate
