// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/git/config.h"

using namespace commitgate;

/// Any list is some configuration.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view list(reinterpret_cast<const char*>(data), size);
  const GitConfig config = GitConfig::Parse(list);
  config.Get("core.commentchar");
  config.GetBool("commit.verbose");
  config.GetLast("core.commentchar", "core.commentstring");
  return 0;
}
