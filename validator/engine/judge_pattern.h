// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validator/engine/policy.h"

namespace commitgate {

/// `Name <mail>`, what patterns about people are matched against.
std::string MailboxOf(const Signature& signature);

/// Runs the patterns of a policy over one commit, which has to outlive it.
class PatternJudge {
 public:
  explicit PatternJudge(const Commit& commit) : commit_(commit) {}

  /// A pattern that must not match is content with a target that is not there.
  /// One that must match is not; of a trailer that is there more than once,
  /// each value must match.
  void Judge(const PatternRule& pattern, Reporter& reporter);

 private:
  void JudgeTitle(const PatternRule& pattern, Reporter& reporter) const;
  void JudgeLines(const PatternRule& pattern, size_t first, Reporter& reporter);
  void JudgeTrailers(const PatternRule& pattern, Reporter& reporter) const;
  void JudgePerson(const PatternRule& pattern,
                   const std::optional<Signature>& person,
                   Reporter& reporter) const;

  /// The lines of the message from `first` on, joined.
  std::string_view TextFrom(size_t first);

  const Commit& commit_;
  /// Made for the first pattern that needs it.
  std::optional<std::string> text_;
};

}  // namespace commitgate
