// SPDX-License-Identifier: MIT
#include "validator/git/pack_file.h"

#include <utility>

#include "validator/error.h"
#include "validator/git/big_endian.h"

namespace commitgate {
namespace {

/// So much may be read before the memory is given back: a walk through a large
/// history comes by most places only once.
constexpr size_t kMostBytesRead = 8 << 20;

/// Nothing where it cannot be read.
std::unique_ptr<MappedFile> Map(const std::string& path) {
  try {
    return std::make_unique<MappedFile>(path);
  } catch (const Error&) {
    return nullptr;
  }
}

/// Of version 2 or 3, which differ in nothing that is read here.
bool IsPackOf(const PackIndex& index, std::string_view pack) {
  constexpr size_t kHeaderBytes = 12;
  if (pack.size() < kHeaderBytes || !pack.starts_with("PACK"))
    return false;
  const uint64_t version = BigEndian(pack.substr(4, 4));
  return (version == 2 || version == 3) &&
         BigEndian(pack.substr(8, 4)) == index.count() &&
         pack.ends_with(index.pack_checksum());
}

}  // namespace

PackFile::PackFile(std::string stem, std::unique_ptr<MappedFile> index_file,
                   const PackIndex& index)
    : stem_(std::move(stem)),
      index_file_(std::move(index_file)),
      index_(index) {}

std::unique_ptr<PackFile> PackFile::Open(const std::string& stem) {
  auto file = Map(stem + ".idx");
  const auto index = file ? PackIndex::Parse(file->content()) : std::nullopt;
  if (!index)
    return nullptr;
  return std::unique_ptr<PackFile>(new PackFile(stem, std::move(file), *index));
}

void PackFile::OpenPack() const {
  auto file = Map(stem_ + ".pack");
  if (file && IsPackOf(index_, file->content()))
    pack_file_ = std::move(file);
}

std::string_view PackFile::bytes() const {
  std::call_once(pack_opened_, [this] { OpenPack(); });
  return pack_file_ ? pack_file_->content() : std::string_view();
}

std::optional<StoredObject> PackFile::Read(uint64_t offset,
                                           BaseCache& bases) const {
  auto object = ReadPackedObject({bytes(), index_, bases}, offset);
  if (object)
    GiveMemoryBack(object->content.size());
  return object;
}

std::optional<ObjectHeader> PackFile::ReadHeader(uint64_t offset,
                                                 BaseCache& bases) const {
  return ReadPackedHeader({bytes(), index_, bases}, offset);
}

/// Of the pack, not of the index, which is looked at everywhere all the time.
void PackFile::GiveMemoryBack(size_t read) const {
  if (bytes_read_.fetch_add(read, std::memory_order_relaxed) < kMostBytesRead)
    return;
  bytes_read_.store(0, std::memory_order_relaxed);
  pack_file_->Forget();
}

}  // namespace commitgate
