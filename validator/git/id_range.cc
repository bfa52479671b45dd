// SPDX-License-Identifier: MIT
#include "validator/git/id_range.h"

#include <string>

namespace commitgate {

std::optional<IdRange> IdRange::OfPrefix(std::string_view hex) {
  constexpr size_t kDigits = 2 * sizeof(ObjectId::bytes);
  if (hex.size() > kDigits)
    return std::nullopt;
  const size_t missing = kDigits - hex.size();
  const auto first = ObjectId::FromHex(std::string(hex).append(missing, '0'));
  const auto last = ObjectId::FromHex(std::string(hex).append(missing, 'f'));
  if (!first || !last)
    return std::nullopt;
  return IdRange{*first, *last};
}

}  // namespace commitgate
