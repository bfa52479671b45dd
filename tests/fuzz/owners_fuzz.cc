// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/error.h"
#include "validator/people/owners.h"

using namespace commitgate;

namespace {

void Read(const std::string& name, std::string_view text) {
  try {
    const Owners owners = Owners::Read(name, text);
    MatchingEffort effort;
    owners.OfPath(text, effort);
    owners.OfPath(text.substr(0, text.find('\n')), effort);
    owners.OfSubsystem(text, effort);
  } catch (const Error&) {
    // Most are none.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Read("CODEOWNERS", text);
  Read("owners.toml", text);
  return 0;
}
