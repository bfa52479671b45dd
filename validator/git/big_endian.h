// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace commitgate {

/// The number whose bytes stand in `bytes`, the highest first; eight at most.
inline uint64_t BigEndian(std::string_view bytes) {
  uint64_t number = 0;
  for (const char byte : bytes)
    number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace commitgate
