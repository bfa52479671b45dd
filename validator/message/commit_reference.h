// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace commitgate {

/// A commit as a message names one: `0123456789ab ("doc: fix typo")`.  Views
/// into the text.
struct CommitReference {
  enum class Fault {
    kNone,
    kNoSubject,
    kShortHash,  ///< Fewer than kLongHash digits: will be ambiguous one day.
  };
  /// Digits that identify a commit for good.
  static constexpr size_t kLongHash = 12;

  Fault fault = Fault::kNone;
  /// A URL that stands in front, or empty.
  std::string_view url;
  /// 7 to 64 hexadecimal digits.
  std::string_view hash;
  /// Without its quotes and parentheses.
  std::string_view subject;
};

/// Nothing where `text` is no commit's hash, with a URL before it or not,
/// followed by at most a subject in quotes, in parentheses or not.
std::optional<CommitReference> ParseCommitReference(std::string_view text);

/// A sentence's end for people: "names a commit without its subject".
std::string_view Describe(CommitReference::Fault fault);

}  // namespace commitgate
