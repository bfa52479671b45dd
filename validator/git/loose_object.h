// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "validator/git/object_store.h"

namespace commitgate {

/// The file of an object below `folder`, which is `objects` or like it.
std::string LooseObjectPath(const std::filesystem::path& folder,
                            const ObjectId& id);

/// The object in a file of its own below `folder`, which is `objects` or like
/// it.  Nothing where there is none, or it is damaged or too large.
std::optional<StoredObject> ReadLooseObject(const std::filesystem::path& folder,
                                            const ObjectId& id);

/// The same without its content, which may be damaged.
std::optional<ObjectHeader> ReadLooseHeader(const std::filesystem::path& folder,
                                            const ObjectId& id);

}  // namespace commitgate
