// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <forward_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/text.h"

namespace commitgate {

/// A `Key: value` line as git understands it.  Views into the message, but a
/// folded value, which is unfolded, into the TrailerBlock that made it.
struct Trailer {
  std::string_view key;
  /// Trimmed; may be empty.
  std::string_view value;
  /// Index of the first line in the lines that were searched, 0-based.
  size_t first_line = 0;
  /// More than one where the value is folded.
  size_t line_count = 1;
};

/// Whether git lets a trailer's key have `c`.
constexpr bool IsTrailerKeyCharacter(char c) {
  return IsAlphanumeric(c) || c == '-';
}

/// Splits `line` at its separator as git's find_separator() does: a key of
/// ASCII letters, digits and hyphens, blanks, a colon.  Nothing if the line is
/// no `key: value`.  `first_line` is left 0.
std::optional<Trailer> ParseTrailerLine(std::string_view line);

/// The block of trailers at the end of a message, found as git finds it
/// (trailer.c, with no_divider): separator `:`, comment character `#`, and no
/// `trailer.*` configuration, whatever the user's own is.
struct TrailerBlock {
  /// Half-open range of indices into the lines; empty if there is no block.
  size_t begin = 0;
  size_t end = 0;
  std::vector<Trailer> trailers;

  TrailerBlock() = default;
  TrailerBlock(TrailerBlock&&) = default;
  TrailerBlock& operator=(TrailerBlock&&) = default;

  bool Contains(size_t line) const { return line >= begin && line < end; }

  /// Owns the unfolded values; a list, so that the views survive a move.
  std::forward_list<std::string> unfolded;
};

/// The trailers of `lines`, the normal form of a message.  A NUL ends the
/// message, as it does for git.
TrailerBlock FindTrailers(std::span<const Line> lines);

/// Why git sees no trailer in a line.
struct NoTrailer {
  enum class Why {
    /// The line `culprit` between it and the end of the message is blank, so
    /// that a later paragraph is the last one.
    kBlankLine,
    /// The paragraph is the last one, but the line `culprit` in it is neither
    /// a trailer nor its continuation.
    kProse,
    /// As kProse; the line looks like a trailer but for a character in its key.
    kBadKey,
    /// The line belongs to the first paragraph, which is the title.
    kTitle,
    /// Git ignores the line `culprit` and what follows it: a scissors line.
    kCutOff,
  };
  Why why;
  /// Index into the lines, 0-based.
  size_t culprit;
};

/// Why the line with index `line` is outside of `block`.
NoTrailer WhyNoTrailer(std::span<const Line> lines, const TrailerBlock& block,
                       size_t line);

}  // namespace commitgate
