// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>

#include "validator/error.h"
#include "validator/git/packed_refs.h"

using namespace commitgate;

/// A sorted list holds by bisection what it holds as a whole; any other is read
/// to its end or refused.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view lines(reinterpret_cast<const char*>(data), size);
  const std::string sorted = "# pack-refs with: sorted\n" + std::string(lines);
  try {
    FindPackedRef(sorted, "refs/heads/main");
  } catch (const Error&) {
  }
  try {
    const std::vector<Ref> refs = ParsePackedRefs(lines);
    const bool increases =
        std::ranges::adjacent_find(refs, std::ranges::greater_equal(),
                                   &Ref::name) == refs.end();
    for (const Ref& ref : refs)
      if (increases && FindPackedRef(sorted, ref.name) != ref.target)
        std::abort();
  } catch (const Error&) {
  }
  return 0;
}
