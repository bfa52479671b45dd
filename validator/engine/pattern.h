// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "validator/error.h"

namespace commitgate {

/// A PCRE2 pattern from a policy, compiled.  Runs under limits, so that neither
/// it nor what it is matched against can hold the program up: a search that
/// would go on for too long gives up.
///
/// UTF-8, `^` and `$` match at lines, `.` does not match a line feed.  Safe to
/// use from several threads.
class Pattern {
 public:
  enum class Outcome { kMatch, kNoMatch, kGaveUp };

  struct Result {
    Outcome outcome = Outcome::kNoMatch;
    /// The part of the subject that matched.
    std::string_view match;
    /// With kGaveUp: why, for people.
    std::string reason;
  };

  /// The largest subject that is searched, in bytes; a longer one gives up. The
  /// match limit does not count what a single `+` runs over, so that a harmless
  /// pattern may take quadratic time.  Real messages stay under 10,000 bytes.
  static constexpr size_t kMaxSubject = 32 * 1024;

  /// Throws PatternError.
  explicit Pattern(std::string source);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  const std::string& source() const { return source_; }

  Result Search(std::string_view subject) const;

 private:
  struct Code;
  std::string source_;
  std::unique_ptr<Code> code_;
};

/// A pattern that PCRE2 does not accept.
struct PatternError : Error {
  PatternError(size_t where, const std::string& why);

  /// Offset into the pattern, in bytes.
  size_t offset;
  std::string reason;
};

}  // namespace commitgate
