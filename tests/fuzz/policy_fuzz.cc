// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "rules/catalog.h"
#include "validator/engine/load_policy.h"
#include "validator/engine/print_policy.h"
#include "validator/error.h"

namespace commitgate {
namespace {

std::string ReadNothing(const std::string& path) {
  throw Error("reading '" + path + "': there are no files");
}

}  // namespace
}  // namespace commitgate

/// A policy is refused or can be printed, and is read back as it was printed.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace commitgate;
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  const PolicyContext context = {Catalog(), Presets(), ReadNothing};
  std::string printed;
  try {
    printed = PrintPolicy(LoadPolicy("fuzz", toml, context));
  } catch (const Error&) {
    return 0;
  }
  // Throws where what was printed is no policy.
  const std::string again = PrintPolicy(LoadPolicy("fuzz", printed, context));
  if (PrintPolicy(LoadPolicy("fuzz", again, context)) != again)
    std::abort();
  return 0;
}
