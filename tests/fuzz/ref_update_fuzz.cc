// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "hooks/push/ref_update.h"
#include "validator/error.h"
#include "validator/git/ref_name.h"

using namespace commitgate;

namespace {

std::string Hex(const std::optional<ObjectId>& id) {
  return id.value_or(ObjectId{}).Hex();
}

}  // namespace

/// Any input is refused, or written the same way again, each ref once.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  try {
    std::string again;
    std::set<std::string> refs;
    for (const RefUpdate& update : ParseRefUpdates(input)) {
      if (!IsRefName(update.ref) || !refs.insert(update.ref).second)
        std::abort();
      again += Hex(update.claimed) + " " + Hex(update.target) + " " +
               update.ref + "\n";
    }
    if (again != input)
      std::abort();
  } catch (const Error&) {
  }
  return 0;
}
