// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/message/mailbox.h"

using namespace commitgate;

/// All that a mailbox is made of lies within its text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ParsedMailbox parsed = ParseMailbox(text);
  for (const std::string_view part :
       {parsed.mailbox.name, parsed.mailbox.email, parsed.culprit}) {
    if (part.data() < text.data() ||
        part.data() + part.size() > text.data() + text.size())
      __builtin_trap();
  }
  return 0;
}
