// SPDX-License-Identifier: MIT
#include "validator/git/pack_entry.h"

#include <algorithm>

#include "validator/git/base_128.h"

namespace commitgate {
namespace {

constexpr size_t kHeaderBytes = 12;
constexpr size_t kChecksumBytes = 20;

// The types of gitformat-pack(5).
constexpr unsigned kCommit = 1;
constexpr unsigned kTree = 2;
constexpr unsigned kBlob = 3;
constexpr unsigned kTag = 4;
constexpr unsigned kDeltaByOffset = 6;
constexpr unsigned kDeltaByName = 7;

std::optional<ObjectType> PlainType(unsigned type) {
  switch (type) {
    case kCommit:
      return ObjectType::kCommit;
    case kTree:
      return ObjectType::kTree;
    case kBlob:
      return ObjectType::kBlob;
    case kTag:
      return ObjectType::kTag;
    default:
      return std::nullopt;
  }
}

struct TypeAndSize {
  unsigned type = 0;
  size_t size = 0;
};

std::optional<TypeAndSize> TakeTypeAndSize(std::string_view& bytes) {
  if (bytes.empty())
    return std::nullopt;
  unsigned byte = TakeByte(bytes);
  TypeAndSize header{byte >> 4 & 7, byte & 15};
  for (int shift = 4; (byte & kContinues) != 0; shift += 7) {
    if (bytes.empty() || header.size > kMostObjectBytes || shift > 32)
      return std::nullopt;
    byte = TakeByte(bytes);
    header.size += static_cast<size_t>(byte & 0x7f) << shift;
  }
  if (header.size > kMostObjectBytes)
    return std::nullopt;
  return header;
}

/// How far before a delta its base is.  Each byte but the last counts one more
/// than it says, so that no number has two forms.
std::optional<uint64_t> TakeDistance(std::string_view& bytes) {
  constexpr uint64_t kMost = uint64_t{1} << 56;
  uint64_t distance = 0;
  while (!bytes.empty() && distance < kMost) {
    const unsigned byte = TakeByte(bytes);
    distance = distance << 7 | (byte & 0x7f);
    if ((byte & kContinues) == 0)
      return distance;
    ++distance;
  }
  return std::nullopt;
}

bool TakeBaseOffset(std::string_view& bytes, uint64_t offset,
                    PackEntry& entry) {
  const auto distance = TakeDistance(bytes);
  if (!distance || *distance == 0 || *distance > offset)
    return false;
  entry.base_offset = offset - *distance;
  return true;
}

bool TakeBaseId(std::string_view& bytes, PackEntry& entry) {
  ObjectId& id = entry.base_id.emplace();
  if (bytes.size() < id.bytes.size())
    return false;
  std::copy_n(bytes.begin(), id.bytes.size(), id.bytes.begin());
  bytes.remove_prefix(id.bytes.size());
  return true;
}

}  // namespace

std::optional<PackEntry> ReadPackEntry(std::string_view pack, uint64_t offset) {
  if (pack.size() < kHeaderBytes + kChecksumBytes || offset < kHeaderBytes ||
      offset > pack.size() - kChecksumBytes)
    return std::nullopt;
  pack.remove_suffix(kChecksumBytes);
  std::string_view bytes = pack.substr(offset);
  const auto header = TakeTypeAndSize(bytes);
  if (!header)
    return std::nullopt;
  PackEntry entry{.type = PlainType(header->type), .size = header->size};
  if (header->type == kDeltaByOffset && !TakeBaseOffset(bytes, offset, entry))
    return std::nullopt;
  if (header->type == kDeltaByName && !TakeBaseId(bytes, entry))
    return std::nullopt;
  if (!entry.type && !entry.base_id && entry.base_offset == 0)
    return std::nullopt;
  entry.stream = bytes;
  return entry;
}

}  // namespace commitgate
