// SPDX-License-Identifier: MIT
#include "validator/git/pack_index.h"

#include <algorithm>

#include "validator/git/big_endian.h"

namespace commitgate {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kVersion2 = "\377tOc\0\0\0\2"sv;
constexpr size_t kIdBytes = sizeof(ObjectId::bytes);
constexpr size_t kFanoutBytes = 256 * 4;
constexpr size_t kChecksumBytes = 4;
constexpr size_t kOffsetBytes = 4;
constexpr size_t kLargeOffsetBytes = 8;
constexpr uint64_t kIsLarge = uint64_t{1} << 31;

std::string_view Take(std::string_view& file, size_t size) {
  const std::string_view part = file.substr(0, size);
  file.remove_prefix(size);
  return part;
}

/// REQUIRES: `position` is one of `numbers`, each of `size` bytes.
uint64_t NumberAt(std::string_view numbers, size_t position, size_t size) {
  return BigEndian(numbers.substr(position * size, size));
}

int64_t PlaceAt(std::string_view fanout, size_t byte) {
  return static_cast<int64_t>(NumberAt(fanout, byte, 4));
}

std::string_view View(const ObjectId& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), kIdBytes};
}

/// Where an id lies among those that begin with the same byte.
int64_t KeyOf(std::string_view id) {
  return static_cast<int64_t>(BigEndian(id.substr(1, 4)));
}
constexpr int kKeyBits = 32;

/// Ids are hashes, so that two or three guesses come close, and further ones
/// look at what is in the cache by then.  Where ids were chosen they may not.
constexpr int kGuesses = 12;

bool Grows(std::string_view fanout) {
  uint64_t before = 0;
  for (size_t byte = 0; byte < 256; ++byte) {
    const uint64_t here = NumberAt(fanout, byte, 4);
    if (here < before)
      return false;
    before = here;
  }
  return true;
}

}  // namespace

std::optional<PackIndex> PackIndex::Parse(std::string_view file) {
  constexpr size_t kAnEntry = kIdBytes + kChecksumBytes + kOffsetBytes;
  constexpr size_t kEnd = 2 * kIdBytes;
  if (!file.starts_with(kVersion2) ||
      file.size() < kVersion2.size() + kFanoutBytes + kEnd)
    return std::nullopt;
  file.remove_prefix(kVersion2.size());
  PackIndex index;
  index.fanout_ = Take(file, kFanoutBytes);
  if (!Grows(index.fanout_))
    return std::nullopt;
  index.count_ = static_cast<uint32_t>(NumberAt(index.fanout_, 255, 4));
  if ((file.size() - kEnd) / kAnEntry < index.count_)
    return std::nullopt;
  index.ids_ = Take(file, index.count_ * kIdBytes);
  Take(file, index.count_ * kChecksumBytes);
  index.offsets_ = Take(file, index.count_ * kOffsetBytes);
  index.large_offsets_ = Take(file, file.size() - kEnd);
  index.pack_checksum_ = Take(file, kIdBytes);
  return index;
}

std::string_view PackIndex::IdAt(size_t position) const {
  return ids_.substr(position * kIdBytes, kIdBytes);
}

size_t PackIndex::PositionOf(const ObjectId& id) const {
  const std::string_view wanted = View(id);
  const size_t first = id.bytes[0];
  // Signed, for a guess may lie before them.
  int64_t begin = first == 0 ? 0 : PlaceAt(fanout_, first - 1);
  int64_t end = PlaceAt(fanout_, first);
  const int64_t count = end - begin;
  const int64_t key = KeyOf(wanted);
  int64_t guess = begin + (key * count >> kKeyBits);
  for (int guesses = 0; begin < end; ++guesses) {
    const int64_t middle = begin + (end - begin) / 2;
    const int64_t place =
        std::clamp(guesses < kGuesses ? guess : middle, begin, end - 1);
    const std::string_view here = IdAt(place);
    if (here < wanted)
      begin = place + 1;
    else
      end = place;
    guess = place + ((key - KeyOf(here)) * count >> kKeyBits);
  }
  return begin;
}

std::optional<uint64_t> PackIndex::Find(const ObjectId& id) const {
  const size_t position = PositionOf(id);
  if (position == count_ || IdAt(position) != View(id))
    return std::nullopt;
  return OffsetOf(position);
}

void PackIndex::AddIds(const IdRange& range, FoundIds& found) const {
  for (size_t position = PositionOf(range.first);
       position < count_ && IdAt(position) <= View(range.last) &&
       !found.IsFull();
       ++position) {
    const std::string_view bytes = IdAt(position);
    std::ranges::copy(bytes, found.ids.emplace_back().bytes.begin());
  }
}

std::optional<uint64_t> PackIndex::OffsetOf(size_t position) const {
  const uint64_t offset = NumberAt(offsets_, position, kOffsetBytes);
  if (offset < kIsLarge)
    return offset;
  const uint64_t which = offset - kIsLarge;
  if (which >= large_offsets_.size() / kLargeOffsetBytes)
    return std::nullopt;
  return NumberAt(large_offsets_, which, kLargeOffsetBytes);
}

}  // namespace commitgate
