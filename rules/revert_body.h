// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "validator/message/message.h"

namespace commitgate {

/// A word of a body.  Views into the message.
struct BodyWord {
  const Line* line;
  std::string_view text;
};

/// What the body of a revert says.
struct RevertBody {
  /// The hashes of commits that it names as undone, and that `git revert` of a
  /// merge names besides.
  std::vector<BodyWord> hashes;
  /// What stands where a hash should.
  std::optional<BodyWord> no_hash;
  /// It says more than which commit it undoes.
  bool says_why = false;
};

/// Reads at most 10,000 words.
RevertBody ReadRevertBody(const Message& message);

}  // namespace commitgate
