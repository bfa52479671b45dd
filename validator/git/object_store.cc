// SPDX-License-Identifier: MIT
#include "validator/git/object_store.h"

#include <utility>

namespace commitgate {

struct ObjectStore::State {
  std::vector<std::filesystem::path> folders;
};

ObjectStore::ObjectStore(std::vector<std::filesystem::path> folders)
    : state_(std::make_unique<State>(State{std::move(folders)})) {}
ObjectStore::~ObjectStore() = default;
ObjectStore::ObjectStore(ObjectStore&&) noexcept = default;
ObjectStore& ObjectStore::operator=(ObjectStore&&) noexcept = default;

std::optional<StoredObject> ObjectStore::Read(const ObjectId&) const {
  return std::nullopt;
}

std::optional<ObjectHeader> ObjectStore::ReadHeader(const ObjectId&) const {
  return std::nullopt;
}

}  // namespace commitgate
