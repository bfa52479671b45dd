// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/message/message.h"

namespace commitgate {

/// A trailer to be written.
struct TrailerText {
  std::string key;
  /// Without line feeds.
  std::string value;

  bool operator==(const TrailerText&) const = default;
};

/// The trailers that git sees in `message`, in its order.
std::vector<TrailerText> TrailersOf(const Message& message);

/// Puts trailers in the order in which landed commits have them (as
/// `git node land` writes them); those of one key stay in theirs.
std::vector<TrailerText> InCanonicalOrder(std::vector<TrailerText> trailers);

/// The message with these trailers in the place of its own, with one blank line
/// before them and a line feed behind; git sees exactly these in the result.
/// Everything else stays as it is, byte for byte; lines of the block that are
/// no trailers become a paragraph before it, but for git's `(cherry picked from
/// commit ...)`, which ends the block.  Where no trailers are given, a
/// paragraph that comes to be the last may be taken for some.  An empty message
/// has no place for trailers, and stays empty.  REQUIRES: keys and values that
/// a line can hold; and none without value called `Conflicts`, which git passes
/// over.
std::string WithTrailers(const Message& message,
                         const std::vector<TrailerText>& trailers);

}  // namespace commitgate
