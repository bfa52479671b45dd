// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/people/mailmap.h"

using namespace commitgate;

/// Any text is some mailmap, and an address that it gives somebody replaces
/// another one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view contact = text.substr(0, text.find('\n'));
  const Mailbox mailbox = ParseMailbox(contact).mailbox;
  const Mailmap mailmap = Mailmap::Read(text);
  const Mailbox resolved = mailmap.Resolve(mailbox);
  if (mailbox.email != resolved.email &&
      mailmap.ReplacedBy(resolved.email).empty())
    __builtin_trap();
  return 0;
}
