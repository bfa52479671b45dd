// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "validator/git/object_id.h"
#include "validator/message/commit.h"

namespace commitgate {

enum class ObjectType { kCommit, kTree, kBlob, kTag };

struct StoredObject {
  ObjectType type = ObjectType::kBlob;
  Bytes content;
};

/// Larger ones are left to libgit2.
constexpr size_t kMostObjectBytes = 64 << 20;

/// What is known of an object without its content.
struct ObjectHeader {
  ObjectType type = ObjectType::kBlob;
  /// Of the content, in bytes.
  size_t size = 0;
};

/// The objects in some folders as git keeps them, loose and in packs
/// (gitformat-pack(5)), read without libgit2: in a fraction of the time, by any
/// number of threads at once, and with nothing to be initialised.
///
/// It reads what is plain.  Where an object is not there, is damaged or is kept
/// in a form that this does not know, the answer is nothing, and libgit2 is to
/// be asked, which knows more forms and says what is wrong.
class ObjectStore {
 public:
  /// Folders like `objects`, in the order in which they are searched.  Opens
  /// nothing before the first object is asked for.
  explicit ObjectStore(std::vector<std::filesystem::path> folders);
  ~ObjectStore();
  ObjectStore(ObjectStore&&) noexcept;
  ObjectStore& operator=(ObjectStore&&) noexcept;

  std::optional<StoredObject> Read(const ObjectId& id) const;
  std::optional<ObjectHeader> ReadHeader(const ObjectId& id) const;

  /// Whether the first folder has the object and no other one does.
  bool IsOnlyInFirst(const ObjectId& id) const;

  /// Whether an index has the object behind the end of its pack.  Libgit2 would
  /// read there.
  bool IsBehindItsPack(const ObjectId& id) const;

  /// The objects whose ids begin with `hex`, two digits at least, sorted; no
  /// more than `most`.  Nothing where there can be others that it cannot see.
  std::optional<std::vector<ObjectId>> FindByPrefix(std::string_view hex,
                                                    size_t most) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace commitgate
