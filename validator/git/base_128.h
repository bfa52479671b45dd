// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Packs write numbers seven bits a byte; the top bit of one says that another
/// one follows.
constexpr unsigned kContinues = 0x80;

/// REQUIRES: there is one.
inline unsigned TakeByte(std::string_view& bytes) {
  const auto byte = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return byte;
}

}  // namespace commitgate
