// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "validator/engine/views.h"

namespace commitgate {

// Options of rules that name parts of a project: `lib/`, with a slash at its
// end, is a folder with all below it, and anything else is one file.

/// Whether `path` is in one of `places`.
bool IsIn(std::string_view path, std::span<const std::string> places);

/// The first path in one of `places` that is changed; null where none is.
const ChangedPath* FindIn(const Changes& changes,
                          std::span<const std::string> places);

/// How `path` is changed; null where it is not.
const ChangedPath* FindPath(const Changes& changes, std::string_view path);

/// `'lib/' or 'src/'`, for people.
std::string Alternatives(std::span<const std::string> places);

}  // namespace commitgate
