// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/message/text.h"

namespace commitgate {

/// The first line of a message, taken apart.  All views point into the message
/// or, where the line has tabs, into `expanded`.
struct Title {
  /// The whole title as a line, tabs expanded.
  Line line;

  /// What is left after taking off, repeatedly, `fixup! `, `squash! `,
  /// `amend! `, `Revert "…"` and `Reapply "…"` at the start and ` (#N)` at the
  /// end.  Lengths, subsystem and format are judged on this.
  std::string_view core;

  /// The first of `fixup! `, `squash! `, `amend! ` taken off, or empty.
  std::string_view autosquash;
  /// The first `Revert` or `Reapply` taken off, or empty.
  std::string_view undoing;
  /// What stands in the quotes of `undoing`: the title of the commit undone.
  std::string_view undone;
  /// The ` (#N)` at the very end of the line, or empty.
  std::string_view squash_number;

  /// `core` up to the first colon not followed by `:` or `//`, and what is
  /// behind it with its blanks.  Without such a colon, empty and all of `core`.
  std::string_view prefix;
  std::string_view text;
  bool has_colon = false;
  /// `prefix` split at commas, each trimmed; may hold empty names.
  std::vector<std::string_view> subsystems;

  /// `2024-05-02, Version 22.1.0 (Current)`, `Working on v22.1.1` and the like.
  bool is_release = false;

  /// `fixup!`, `squash!` or `amend!`.
  bool IsAutosquash() const { return !autosquash.empty(); }
  /// A revert or the revert of a revert.
  bool IsRevert() const { return !undoing.empty(); }

  /// Owns the text where tabs had to be expanded.  Views into it survive a
  /// move of the title; a short std::string would move its bytes as well.
  std::vector<char> expanded;

  Title() = default;
  Title(Title&&) = default;
  Title& operator=(Title&&) = default;
};

/// Takes time and space linear in the line, however deep reverts are nested.
Title ParseTitle(const Line& line);

}  // namespace commitgate
