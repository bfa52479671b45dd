// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>

#include "validator/message/printable.h"

using namespace commitgate;

/// What is printable stays as it is, and holds no control characters.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string printable = Printable(text);
  if (Printable(printable) != printable)
    __builtin_trap();
  if (std::ranges::any_of(printable, [](unsigned char c) { return c < 0x20; }))
    __builtin_trap();
  return 0;
}
