// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/level.h"
#include "validator/message/text.h"

namespace commitgate {

/// What a rule has to say about one place of a message.
struct Finding {
  /// The id of the rule or pattern; owned by the catalog or the policy.
  std::string_view rule;
  Level level = Level::kError;
  Span span;
  /// What was found and what is wanted, for people.
  std::string message;
  /// The offending text, or its start where it is long, or empty.
  std::string found;
  /// What to write in the place of `found`, or empty.
  std::string suggestion;
};

/// A rule that did not judge a commit.
struct Skip {
  /// As in Finding.
  std::string_view rule;
  /// Lives as long as the program, or is Exemption::why, owned by the policy.
  std::string_view why;
};

/// The outcome for one commit.
struct Verdict {
  enum class Kind { kPass, kWarn, kFail, kError };

  Kind kind = Kind::kPass;
  /// Why the commit could not be judged, with kError.
  std::string error;
  /// By line, then column, then in the order of the rules.
  std::vector<Finding> findings;
  std::vector<Skip> skipped;
};

}  // namespace commitgate
