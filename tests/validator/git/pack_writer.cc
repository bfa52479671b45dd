// SPDX-License-Identifier: MIT
#include "tests/validator/git/pack_writer.h"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace commitgate::testing {
namespace {

constexpr uint64_t kHeaderBytes = 12;
const std::string kChecksum(20, '#');

std::string BigEndian(uint64_t number, int size) {
  std::string bytes;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
    bytes += static_cast<char>(number >> shift);
  return bytes;
}

std::string BytesOf(const ObjectId& id) {
  return std::string(id.bytes.begin(), id.bytes.end());
}

/// Each byte but the last counts one more than it says.
std::string Distance(uint64_t distance) {
  std::string bytes(1, static_cast<char>(distance & 0x7f));
  while (distance >>= 7)
    bytes.insert(bytes.begin(), static_cast<char>(0x80 | (--distance & 0x7f)));
  return bytes;
}

}  // namespace

/// Seven bits a byte, the lowest first.
std::string SizeInDelta(size_t size) {
  std::string bytes;
  for (; size > 0x7f; size >>= 7)
    bytes += static_cast<char>(0x80 | (size & 0x7f));
  return bytes + static_cast<char>(size);
}

std::string Deflate(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string stream(size, '\0');
  compress(reinterpret_cast<Bytef*>(stream.data()), &size,
           reinterpret_cast<const Bytef*>(text.data()), text.size());
  stream.resize(size);
  return stream;
}

std::string DeltaThatAppends(size_t base_size, std::string_view text) {
  if (base_size >= size_t{1} << 24 || text.size() > 127)
    throw std::logic_error("too long for a simple delta");
  std::string delta =
      SizeInDelta(base_size) + SizeInDelta(base_size + text.size());
  if (base_size > 0)
    delta +=
        {'\xf0', static_cast<char>(base_size),
         static_cast<char>(base_size >> 8), static_cast<char>(base_size >> 16)};
  delta += static_cast<char>(text.size());
  return delta.append(text);
}

uint64_t PackWriter::Begin(const ObjectId& id, int type, size_t size) {
  const uint64_t offset = kHeaderBytes + entries_.size();
  entries_ += static_cast<char>(0x80 | type << 4 | static_cast<int>(size & 15));
  entries_ += SizeInDelta(size >> 4);
  index_.push_back({id, offset});
  return offset;
}

uint64_t PackWriter::Add(const ObjectId& id, int type,
                         std::string_view content) {
  const uint64_t offset = Begin(id, type, content.size());
  entries_ += Deflate(content);
  return offset;
}

uint64_t PackWriter::AddDelta(const ObjectId& id, uint64_t base,
                              std::string_view delta) {
  const uint64_t offset = Begin(id, 6, delta.size());
  entries_ += Distance(offset - base) + Deflate(delta);
  return offset;
}

uint64_t PackWriter::AddDelta(const ObjectId& id, const ObjectId& base,
                              std::string_view delta) {
  const uint64_t offset = Begin(id, 7, delta.size());
  entries_ += BytesOf(base) + Deflate(delta);
  return offset;
}

std::string PackWriter::Pack() const {
  return "PACK" + BigEndian(2, 4) + BigEndian(index_.size(), 4) + entries_ +
         kChecksum;
}

std::string PackWriter::Index() const {
  std::vector<Entry> sorted = index_;
  std::ranges::sort(sorted, {}, &Entry::id);
  std::string fanout, ids, checksums, offsets;
  for (int byte = 0; byte < 256; ++byte)
    fanout += BigEndian(
        std::ranges::count_if(
            sorted,
            [byte](const Entry& entry) { return entry.id.bytes[0] <= byte; }),
        4);
  for (const Entry& entry : sorted) {
    ids += BytesOf(entry.id);
    checksums += BigEndian(0, 4);
    offsets += BigEndian(entry.offset, 4);
  }
  return "\377tOc" + BigEndian(2, 4) + fanout + ids + checksums + offsets +
         kChecksum + std::string(20, '+');
}

ObjectId IdOf(unsigned char byte) {
  ObjectId id;
  id.bytes.fill(byte);
  return id;
}

}  // namespace commitgate::testing
