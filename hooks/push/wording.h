// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "validator/git/object_id.h"
#include "validator/message/commit.h"

namespace commitgate {

// How remarks call things.

/// The first digits of an id, as git shows them.
std::string ShortId(const ObjectId& id);

/// A ref's name in quotes, safe on a terminal and of bounded length.
std::string QuotedRef(std::string_view ref);

/// `3 commits`, `1 commit`.
std::string Counted(size_t count, std::string_view noun);

/// `a, b, c and 4 more`: at most `most` of them.
std::string Listed(const std::vector<std::string>& items, size_t most);

/// A commit's short id and title.
std::string DescribeCommit(const ObjectId& id, const Commit& commit);

/// Lines for Remark::more: `items`, indented so that nobody breaks them, and a
/// count of those beyond a screenful.
std::vector<std::string> IndentedList(const std::vector<std::string>& items);

}  // namespace commitgate
