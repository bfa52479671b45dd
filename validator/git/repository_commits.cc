// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <string_view>
#include <utility>

#include "validator/error.h"
#include "validator/git/git2_objects.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

/// A chain of tags is followed as far.
constexpr int kMaxTags = 16;

std::string_view NameOf(ObjectType type) {
  switch (type) {
    case ObjectType::kCommit:
      return "commit";
    case ObjectType::kTree:
      return "tree";
    case ObjectType::kBlob:
      return "blob";
    case ObjectType::kTag:
      break;
  }
  return "tag";
}

/// The id in the first line of a commit or a tag: `<key> SP <id>`.
std::optional<ObjectId> FirstId(std::string_view content,
                                std::string_view key) {
  const std::string_view line = TakeLine(content);
  if (!line.starts_with(key))
    return std::nullopt;
  return ObjectId::FromHex(line.substr(key.size()));
}

}  // namespace

StoredObject Repository::Handles::Read(const ObjectId& id,
                                       std::string_view doing) {
  if (auto object = objects.Read(id))
    return *std::move(object);
  RequireInPack(id, doing);
  return ReadObject(git2.Take().odb(), id, doing);
}

ObjectType Repository::Handles::TypeOf(const ObjectId& id) {
  if (const auto header = objects.ReadHeader(id))
    return header->type;
  RequireInPack(id, "reading object");
  return ReadType(git2.Take().odb(), id, "reading object");
}

void Repository::Handles::RequireInPack(const ObjectId& id,
                                        std::string_view doing) const {
  if (objects.IsBehindItsPack(id))
    throw Error(
        fmt::format("{} {}: its pack ends before the place that the "
                    "index says",
                    doing, id.Hex()));
}

Bytes Repository::ReadCommit(const ObjectId& id) const {
  StoredObject object = handles_->Read(id, "reading commit");
  if (object.type != ObjectType::kCommit)
    throw Error(fmt::format("reading commit {}: it is a {}", id.Hex(),
                            NameOf(object.type)));
  if (const auto tree = FirstId(View(object.content), "tree "))
    handles_->recent_trees.Keep(id, *tree);
  return std::move(object.content);
}

ObjectId Repository::TreeOf(const ObjectId& commit) const {
  if (const auto tree = handles_->recent_trees.Find(commit))
    return *tree;
  const Bytes object = ReadCommit(commit);
  const auto tree = FirstId(View(object), "tree ");
  if (!tree)
    throw Error(fmt::format("reading commit {}: it has no tree", commit.Hex()));
  return *tree;
}

bool Repository::IsIncoming(const ObjectId& id) const {
  return handles_->has_quarantine && handles_->objects.IsOnlyInFirst(id);
}

Peeled Repository::Peel(const ObjectId& id) const {
  ObjectId next = id;
  for (int tags = 0; tags <= kMaxTags; ++tags) {
    switch (handles_->TypeOf(next)) {
      case ObjectType::kCommit:
        return {Peeled::Type::kCommit, next};
      case ObjectType::kTree:
        return {Peeled::Type::kTree, next};
      case ObjectType::kBlob:
        return {Peeled::Type::kBlob, next};
      case ObjectType::kTag:
        break;
    }
    const StoredObject tag = handles_->Read(next, "reading tag");
    const auto target = FirstId(View(tag.content), "object ");
    if (!target)
      throw Error(fmt::format("reading tag {}: it has no object", next.Hex()));
    next = *target;
  }
  throw Error(
      fmt::format("reading object {}: there are more than {} tags of tags",
                  id.Hex(), kMaxTags));
}

}  // namespace commitgate
