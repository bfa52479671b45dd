// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "validator/message/metadata_keys.h"
#include "validator/message/reviewer.h"
#include "validator/message/text.h"
#include "validator/message/title.h"
#include "validator/message/trailers.h"
#include "validator/message/trailers_of_key.h"

namespace commitgate {

/// A commit message in its normal form: the same for a stored commit, a message
/// file, JSON and standard input, so that the verdict is the same.  Leading
/// blank lines are gone, CR and blanks at line ends, blank lines at the end.
/// Keeps views into the text it was made from.
struct Message {
  /// From the title on; empty for an empty message.  `number` is what a person
  /// sees: the title of a stored message is line 1, a line of a message file
  /// has the number it has there.
  std::vector<Line> lines;
  Title title;
  /// The trailers that git sees.
  TrailerBlock block;
  /// Metadata (see IsMetadataKey) that git does not see, for it stands outside
  /// the block.  Rules about metadata judge it too; that it is in the wrong
  /// place is one finding of metadata-end.
  std::vector<Trailer> stray;
  /// Each Reviewed-By that holds a well-formed mailbox, in the order of the
  /// message; one who stands there twice is here twice.
  std::vector<Reviewer> reviewers;

  bool IsEmpty() const { return lines.empty(); }

  /// The trailers and stray metadata whose key is `key`, whatever its case, in
  /// the order of the message.
  TrailersOfKey Metadata(std::string_view key) const {
    return {stray, block.trailers, key};
  }

  /// The place of `part`, a view into the value (or key) of `trailer`; of the
  /// trailer's first line where the value is folded.
  Span SpanOf(const Trailer& trailer, std::string_view part) const;
};

/// Takes lines with their numbers (SplitLines or CleanUp), drops blank ones at
/// both ends, and reads title and trailers.  Every input is some message.
Message MakeMessage(std::vector<Line> lines);

/// The message of a stored text: numbers count from the title.
Message MakeMessage(std::string_view text);

}  // namespace commitgate
