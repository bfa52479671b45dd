// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "validator/git/tree_difference.h"

using namespace commitgate;

namespace {

size_t Count(std::string_view before, std::string_view after) {
  const auto changes = FindChanges(before, after);
  if (!changes)
    return SIZE_MAX;
  for (const EntryChange& change : *changes)
    if (!change.before && !change.after)
      std::abort();
  return changes->size();
}

}  // namespace

/// Any two trees differ as much one way as the other, and none from itself.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  std::string_view data(reinterpret_cast<const char*>(bytes), size);
  if (data.empty())
    return 0;
  const auto first_size = static_cast<unsigned char>(data.front());
  data.remove_prefix(1);
  const std::string_view before = data.substr(0, first_size);
  const std::string_view after = data.substr(before.size());
  if (Count(before, after) != Count(after, before))
    std::abort();
  const size_t own = Count(before, before);
  if (own != 0 && own != SIZE_MAX)
    std::abort();
  return 0;
}
