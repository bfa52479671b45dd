// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace commitgate {

/// The name of an object.  20 bytes: libgit2 1.5 knows SHA-1 only.
struct ObjectId {
  std::array<unsigned char, 20> bytes{};

  std::string Hex() const;
  static std::optional<ObjectId> FromHex(std::string_view hex);
  auto operator<=>(const ObjectId&) const = default;
};

}  // namespace commitgate

/// Its first bytes: names of objects are hashes already.
template <>
struct std::hash<commitgate::ObjectId> {
  size_t operator()(const commitgate::ObjectId& id) const {
    size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};
