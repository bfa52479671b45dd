// SPDX-License-Identifier: MIT
#include <cstdint>

#include "commands/json_source.h"
#include "validator/error.h"

using namespace commitgate;

/// Any text is refused, or read to its end.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    JsonSource source{std::string(text)};
    while (source.Next()) {
    }
  } catch (const Error&) {
  }
  return 0;
}
