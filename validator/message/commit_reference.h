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
  /// Fewer digits are a word or a number, more are no commit's name.
  static constexpr size_t kMinHash = 7;
  static constexpr size_t kMaxHash = 64;
  /// Digits that identify a commit for good.
  static constexpr size_t kLongHash = 12;

  Fault fault = Fault::kNone;
  /// A URL that stands in front, or empty.
  std::string_view url;
  /// See IsCommitHash.
  std::string_view hash;
  /// Without its quotes and parentheses.
  std::string_view subject;
};

/// Whether `text` is kMinHash to kMaxHash hexadecimal digits.
bool IsCommitHash(std::string_view text);

/// Nothing where `text` is no commit's hash, with a URL before it or not,
/// followed by at most a subject in quotes, in parentheses or not.
std::optional<CommitReference> ParseCommitReference(std::string_view text);

/// A sentence's end for people: "names a commit without its subject".
std::string_view Describe(CommitReference::Fault fault);

}  // namespace commitgate
