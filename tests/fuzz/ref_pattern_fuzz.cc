// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "validator/engine/ref_pattern.h"

/// What the stars took, put in their places, is the name again; the first line
/// is the pattern.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const size_t line = std::min(text.find('\n'), size);
  const std::string_view ref = text.substr(std::min(line + 1, size));
  const bool is_wrong =
      !commitgate::WhyNoRefPattern(text.substr(0, line)).empty();
  const commitgate::RefPattern pattern(std::string(text.substr(0, line)));
  const auto taken = pattern.Match(ref);
  if (is_wrong || !taken)
    return 0;
  if (taken->size() != pattern.Stars() || pattern.Fill(*taken) != ref)
    std::abort();
  return 0;
}
