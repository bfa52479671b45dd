// SPDX-License-Identifier: MIT
#include "validator/git/object_store.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <utility>

#include "validator/git/base_cache.h"
#include "validator/git/loose_ids.h"
#include "validator/git/loose_object.h"
#include "validator/git/pack_folder.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// Git knows it everywhere, and stores it nowhere.
const ObjectId& EmptyTree() {
  static constexpr ObjectId kId{{0x4b, 0x82, 0x5d, 0xc6, 0x42, 0xcb, 0x6e,
                                 0xb9, 0xa0, 0x60, 0xe5, 0x4b, 0xf8, 0xd6,
                                 0x92, 0x88, 0xfb, 0xee, 0x49, 0x04}};
  return kId;
}

/// One of the folders like `objects`.
struct Folder {
  explicit Folder(const fs::path& objects)
      : path(objects), packs(objects / "pack") {}

  bool HasPacked(const ObjectId& id) const;
  /// In packs that git has made since, too: whoever repacks removes what was
  /// loose or in other packs before.
  bool Has(const ObjectId& id) const;

  fs::path path;
  PackFolder packs;
};

bool Folder::HasPacked(const ObjectId& id) const {
  return std::ranges::any_of(packs.packs(), [&id](const PackFile* pack) {
    return pack->Find(id).has_value();
  });
}

bool Folder::Has(const ObjectId& id) const {
  if (HasPacked(id) || access(LooseObjectPath(path, id).c_str(), F_OK) == 0)
    return true;
  packs.LookAgain();
  return HasPacked(id);
}

struct PackedPlace {
  const PackFile* pack;
  uint64_t offset;
};

}  // namespace

struct ObjectStore::State {
  explicit State(const std::vector<fs::path>& paths) {
    for (const fs::path& path : paths)
      folders.push_back(std::make_unique<Folder>(path));
  }

  /// In the packs that are known and readable.
  std::optional<PackedPlace> Find(const ObjectId& id) const;

  /// In packs that git has made since, too: whoever repacks removes what was
  /// found loose or in other packs before.
  std::optional<PackedPlace> FindAnew(const ObjectId& id) const;

  std::vector<std::unique_ptr<Folder>> folders;
  /// Objects that are asked for one after another are mostly in one pack.
  mutable std::atomic<const PackFile*> last_hit = nullptr;
  BaseCache bases;
};

std::optional<PackedPlace> ObjectStore::State::Find(const ObjectId& id) const {
  const PackFile* const last = last_hit.load(std::memory_order_acquire);
  if (last)
    if (const auto offset = last->Find(id))
      return PackedPlace{last, *offset};
  for (const auto& folder : folders) {
    for (const PackFile* pack : folder->packs.packs()) {
      const auto offset = pack == last ? std::nullopt : pack->Find(id);
      if (!offset || !pack->IsReadable())
        continue;
      last_hit.store(pack, std::memory_order_release);
      return PackedPlace{pack, *offset};
    }
  }
  return std::nullopt;
}

std::optional<PackedPlace> ObjectStore::State::FindAnew(
    const ObjectId& id) const {
  for (const auto& folder : folders)
    folder->packs.LookAgain();
  return Find(id);
}

ObjectStore::ObjectStore(std::vector<fs::path> folders)
    : state_(std::make_unique<State>(folders)) {}
ObjectStore::~ObjectStore() = default;
ObjectStore::ObjectStore(ObjectStore&&) noexcept = default;
ObjectStore& ObjectStore::operator=(ObjectStore&&) noexcept = default;

std::optional<StoredObject> ObjectStore::Read(const ObjectId& id) const {
  if (const auto place = state_->Find(id))
    return place->pack->Read(place->offset, state_->bases);
  for (const auto& folder : state_->folders)
    if (auto object = ReadLooseObject(folder->path, id))
      return object;
  if (id == EmptyTree())
    return StoredObject{ObjectType::kTree, {}};
  if (const auto place = state_->FindAnew(id))
    return place->pack->Read(place->offset, state_->bases);
  return std::nullopt;
}

std::optional<ObjectHeader> ObjectStore::ReadHeader(const ObjectId& id) const {
  if (const auto place = state_->Find(id))
    return place->pack->ReadHeader(place->offset, state_->bases);
  for (const auto& folder : state_->folders)
    if (const auto header = ReadLooseHeader(folder->path, id))
      return header;
  if (id == EmptyTree())
    return ObjectHeader{ObjectType::kTree, 0};
  if (const auto place = state_->FindAnew(id))
    return place->pack->ReadHeader(place->offset, state_->bases);
  return std::nullopt;
}

bool ObjectStore::IsOnlyInFirst(const ObjectId& id) const {
  const auto has_it = [&id](const auto& folder) { return folder->Has(id); };
  const auto& folders = state_->folders;
  return !folders.empty() && has_it(folders.front()) &&
         std::none_of(folders.begin() + 1, folders.end(), has_it);
}

bool ObjectStore::IsBehindItsPack(const ObjectId& id) const {
  const auto place = state_->Find(id);
  return place && place->offset >= place->pack->size();
}

std::optional<std::vector<ObjectId>> ObjectStore::FindByPrefix(
    std::string_view hex, size_t most) const {
  const auto range = IdRange::OfPrefix(hex);
  if (!range)
    return std::vector<ObjectId>();
  FoundIds found{.most = most, .ids = {}};
  for (const auto& folder : state_->folders) {
    folder->packs.LookAgain();
    if (!folder->packs.KnowsAll() || !AddLooseIds(folder->path, *range, found))
      return std::nullopt;
    for (const PackFile* pack : folder->packs.packs())
      pack->AddIds(*range, found);
  }
  // One may be in several places.
  std::ranges::sort(found.ids);
  const auto again = std::ranges::unique(found.ids);
  found.ids.erase(again.begin(), again.end());
  return std::move(found.ids);
}

}  // namespace commitgate
