// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "validator/git/config.h"
#include "validator/git/config_file.h"

using namespace commitgate;

/// A list ends with its last entry, and means the same with another behind it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  const auto list = ListPlainConfig(content);
  if (!list)
    return 0;
  if (!list->empty() && !list->ends_with('\0'))
    std::abort();
  const auto more = ListPlainConfig(std::string(content) + "\n[last]\n\tx\n");
  if (!more || *more != *list + std::string("last.x\0", 7))
    std::abort();
  return 0;
}
