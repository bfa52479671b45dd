// SPDX-License-Identifier: MIT
#include "validator/git/loose_object.h"

#include "validator/error.h"
#include "validator/git/inflate_object.h"
#include "validator/git/open_file.h"

namespace commitgate {
namespace {

/// What comes to more than kMostObjectBytes is larger.
constexpr size_t kSmallFile = 32 * 1024;
/// Whatever deflates it: the header of an object comes first, and is short.
constexpr size_t kEnoughForHeader = 4 * 1024;

std::optional<ObjectType> TypeNamed(std::string_view name) {
  if (name == "commit")
    return ObjectType::kCommit;
  if (name == "tree")
    return ObjectType::kTree;
  if (name == "blob")
    return ObjectType::kBlob;
  if (name == "tag")
    return ObjectType::kTag;
  return std::nullopt;
}

std::optional<LooseObject> TryInflate(std::string_view file, Inflate part) {
  try {
    return InflateObject(file, part);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool IsTooLarge(std::string_view file) {
  if (file.size() <= kSmallFile)
    return false;
  const auto header = TryInflate(file, Inflate::kHeaderOnly);
  return !header || header->size > kMostObjectBytes;
}

}  // namespace

std::string LooseObjectPath(const std::filesystem::path& folder,
                            const ObjectId& id) {
  const std::string hex = id.Hex();
  std::string path = folder;
  return path.append("/").append(hex, 0, 2).append("/").append(hex, 2);
}

std::optional<StoredObject> ReadLooseObject(const std::filesystem::path& folder,
                                            const ObjectId& id) {
  const auto file =
      OpenFile(LooseObjectPath(folder, id)).ReadAll(kMostObjectBytes);
  if (!file || IsTooLarge(*file))
    return std::nullopt;
  const auto object = TryInflate(*file, Inflate::kAll);
  const auto type = object ? TypeNamed(object->type) : std::nullopt;
  if (!type)
    return std::nullopt;
  return StoredObject{*type, {object->content.begin(), object->content.end()}};
}

std::optional<ObjectHeader> ReadLooseHeader(const std::filesystem::path& folder,
                                            const ObjectId& id) {
  const auto start =
      OpenFile(LooseObjectPath(folder, id)).ReadStart(kEnoughForHeader);
  const auto object =
      start ? TryInflate(*start, Inflate::kHeaderOnly) : std::nullopt;
  const auto type = object ? TypeNamed(object->type) : std::nullopt;
  if (!type || object->size > kMostObjectBytes)
    return std::nullopt;
  return ObjectHeader{*type, object->size};
}

}  // namespace commitgate
