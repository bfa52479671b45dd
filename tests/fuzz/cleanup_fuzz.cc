// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/message/cleanup.h"

using namespace commitgate;

/// The first byte picks the mode, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0)
    return 0;
  const std::string_view file(reinterpret_cast<const char*>(data) + 1,
                              size - 1);
  Cleanup cleanup;
  cleanup.mode = static_cast<CleanupMode>(data[0] & 3);
  cleanup.cut_at_scissors = data[0] & 4;
  cleanup.comment = data[0] & 8 ? "//" : GuessCommentString(file);
  int last = 0;
  for (const Line& line : CleanUp(file, cleanup)) {
    if (line.number <= last || line.text.size() > line.raw.size())
      __builtin_trap();
    last = line.number;
  }
  return 0;
}
