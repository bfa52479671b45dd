// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "validator/git/object_id.h"

namespace commitgate::testing {

/// A zlib stream.
std::string Deflate(std::string_view text);

/// As a delta has the sizes of its base and of its result.
std::string SizeInDelta(size_t size);

/// A delta that adds to all of a base up to 127 bytes; the base has less than
/// 16 MiB.
std::string DeltaThatAppends(size_t base_size, std::string_view text);

/// Makes packs, of which nothing need be right.
class PackWriter {
 public:
  /// All return where the entry begins.  `type` is a number of
  /// gitformat-pack(5).
  uint64_t Add(const ObjectId& id, int type, std::string_view content);
  uint64_t AddDelta(const ObjectId& id, uint64_t base, std::string_view delta);
  uint64_t AddDelta(const ObjectId& id, const ObjectId& base,
                    std::string_view delta);

  std::string Pack() const;
  std::string Index() const;

 private:
  struct Entry {
    ObjectId id;
    uint64_t offset;
  };

  uint64_t Begin(const ObjectId& id, int type, size_t size);

  std::string entries_;
  std::vector<Entry> index_;
};

/// 20 bytes `byte`.
ObjectId IdOf(unsigned char byte);

}  // namespace commitgate::testing
