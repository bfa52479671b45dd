// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "hooks/ledger/entry.h"

using commitgate::Entry;
using commitgate::Row;

/// An entry that can be read is read again from what is printed of it, and
/// texts of any bytes survive.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto entry = commitgate::ParseEntry(text)) {
    const std::string printed = commitgate::PrintEntry(*entry);
    if (commitgate::ParseEntry(printed) != entry)
      std::abort();
  }
  Row row;
  row.seq = 1;
  row.ref = row.reason = row.push = text;
  const Entry written{.seq = 1,
                      .previous_hash = std::string(commitgate::kNoHash),
                      .content = row};
  if (commitgate::ParseEntry(commitgate::PrintEntry(written)) != written)
    std::abort();
  return 0;
}
