// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "validator/git/object_store.h"
#include "validator/git/open_file.h"
#include "validator/git/pack_index.h"
#include "validator/git/packed_object.h"

namespace commitgate {

/// A pack and its index.  Any number of threads may read at once.
class PackFile {
 public:
  /// `stem`.idx and `stem`.pack, of which the second is opened when something
  /// is read.  Nothing where the index cannot be read or is of another version.
  static std::unique_ptr<PackFile> Open(const std::string& stem);

  std::optional<uint64_t> Find(const ObjectId& id) const {
    return index_.Find(id);
  }

  void AddIds(const IdRange& range, FoundIds& found) const {
    index_.AddIds(range, found);
  }

  /// False where the pack is not the one that its index is for, or is gone:
  /// somebody may have repacked since the index was opened.
  bool IsReadable() const { return size() > 0; }

  /// In bytes; 0 where it is not readable.
  size_t size() const { return bytes().size(); }

  /// As ReadPackedObject; nothing, too, where the pack is not readable.
  std::optional<StoredObject> Read(uint64_t offset, BaseCache& bases) const;
  std::optional<ObjectHeader> ReadHeader(uint64_t offset,
                                         BaseCache& bases) const;

 private:
  PackFile(std::string stem, std::unique_ptr<MappedFile> index_file,
           const PackIndex& index);
  std::string_view bytes() const;
  void OpenPack() const;
  void GiveMemoryBack(size_t read) const;

  std::string stem_;
  std::unique_ptr<MappedFile> index_file_;
  PackIndex index_;
  mutable std::once_flag pack_opened_;
  mutable std::unique_ptr<MappedFile> pack_file_;
  /// Since memory was given back; of objects, which are larger than what was
  /// looked at for them.
  mutable std::atomic<size_t> bytes_read_ = 0;
};

}  // namespace commitgate
