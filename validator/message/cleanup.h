// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/text.h"

namespace commitgate {

/// What git's scissors line is behind the comment string.
inline constexpr std::string_view kScissorsLine =
    " ------------------------ >8 ------------------------";

/// How git cleans a message file before it stores it (git-commit(1),
/// `--cleanup`).
enum class CleanupMode { kVerbatim, kWhitespace, kStrip, kScissors };

struct Cleanup {
  CleanupMode mode = CleanupMode::kStrip;
  /// `core.commentString` or `core.commentChar`; never empty.  "auto" is
  /// resolved by whoever makes this (see GuessCommentString).
  std::string comment = "#";
  /// Cut at a scissors line whatever the mode: `-v`, `commit.verbose`.
  bool cut_at_scissors = false;
};

/// The mode's name as git spells it, for options and messages.
std::optional<CleanupMode> ParseCleanupMode(std::string_view name);

/// The lines of a message file that git will store, with their numbers in the
/// file.  Views into `file`.  Trailing blanks go where git drops them, comment
/// lines and runs of blank lines too (strbuf_stripspace()).
std::vector<Line> CleanUp(std::string_view file, const Cleanup& cleanup);

/// The comment character of a file written under `core.commentChar=auto`:
/// the one its own comment lines at the end use.
std::string GuessCommentString(std::string_view file);

}  // namespace commitgate
