// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "validator/git/pack_delta.h"

using namespace commitgate;

/// Whatever a base and a delta are, the result is as long as the delta says.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  std::string_view delta(reinterpret_cast<const char*>(bytes), size);
  if (delta.empty())
    return 0;
  const auto base_size = static_cast<unsigned char>(delta.front());
  delta.remove_prefix(1);
  const std::string_view base = delta.substr(0, base_size);
  delta.remove_prefix(base.size());
  const auto result = ApplyDelta(base, delta);
  if (result && SizeOfResult(delta) != result->size())
    std::abort();
  return 0;
}
