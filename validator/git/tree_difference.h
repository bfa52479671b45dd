// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "validator/git/raw_tree.h"

namespace commitgate {

/// What two trees have under one name, where it is not the same.
struct EntryChange {
  /// Nothing on one side: the name came or went.
  std::optional<RawTreeEntry> before;
  std::optional<RawTreeEntry> after;
};

/// Where two raw trees differ, in the order of trees.  A file and a folder of
/// one name are two names: one goes and the other comes.  Views into both.
/// Nothing where one of them is malformed.
std::optional<std::vector<EntryChange>> FindChanges(std::string_view before,
                                                    std::string_view after);

}  // namespace commitgate
