// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "hooks/ledger/row.h"

namespace commitgate {

/// What became of a row.
struct Settlement {
  enum class What { kLanded, kAbandoned, kConfirmed, kUsed };
  /// The seq of the row.
  int64_t about = 0;
  What what = What::kLanded;

  bool operator==(const Settlement&) const = default;
};

std::string_view Word(Settlement::What what);

/// A link of the ledger's chain.
struct Entry {
  int64_t seq = 0;
  /// Of the entry before it, 40 hexadecimal digits; zeros for the first.
  std::string previous_hash;
  std::variant<Row, Settlement> content = {};

  bool operator==(const Entry&) const = default;
};

/// The hash before the first entry.
inline constexpr std::string_view kNoHash =
    "0000000000000000000000000000000000000000";

/// The entry as one JSON object, without a line feed.  Always the same text for
/// the same entry; a text that is not UTF-8 becomes an object with its bytes in
/// hexadecimal digits, so that nothing is lost.
std::string PrintEntry(const Entry& entry);

/// Nothing for what PrintEntry never printed.
std::optional<Entry> ParseEntry(std::string_view text);

/// What git calls a file with this text as its only line.
std::string HashEntry(std::string_view text);

}  // namespace commitgate
