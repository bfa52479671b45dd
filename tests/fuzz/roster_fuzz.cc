// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/error.h"
#include "validator/people/roster.h"

using namespace commitgate;

namespace {

/// Whoever is listed is found; with the same address, perhaps somebody else.
void Read(const std::string& name, std::string_view text) {
  try {
    const Roster roster = Roster::Read(name, text);
    for (const Member& member : roster.members()) {
      if (roster.FindByLogin(member.login) != &member ||
          roster.FindByEmail(member.email) == nullptr)
        __builtin_trap();
      roster.FindNear({member.name, member.login});
    }
  } catch (const Error&) {
    // Most are none.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Read("README.md", text);
  Read("roster.toml", text);
  return 0;
}
