// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/error.h"
#include "validator/git/inflate_object.h"

using namespace commitgate;

/// Any file is refused, or as long as it says.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  try {
    const LooseObject object = InflateObject(file, Inflate::kAll);
    if (object.content.size() != object.size)
      __builtin_trap();
    if (InflateObject(file, Inflate::kHeaderOnly).size != object.size)
      __builtin_trap();
  } catch (const Error&) {
  }
  return 0;
}
