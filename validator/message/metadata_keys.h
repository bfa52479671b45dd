// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace commitgate {

/// Keys that stand for metadata wherever they are: those of the Collaborator
/// Guide and those that git and GitHub read.
bool IsMetadataKey(std::string_view key);

/// All keys of which IsMetadataKey holds, in their canonical spelling.
std::span<const std::string_view> MetadataKeys();

}  // namespace commitgate
