// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace commitgate {

/// The answer to one question about a series that is to land, for people.
/// Text from outside is escaped already.
struct LandCheck {
  enum class Answer {
    kYes,
    /// It does not stand in the way, but may not be meant.
    kDoubtful,
    /// It cannot be known here.
    kUnknown,
    kNo,
  };
  Answer answer = Answer::kYes;
  /// What it is about, a word or two.
  std::string subject;
  std::string what;
  /// What to do, or what tells more.
  std::vector<std::string> more = {};

  bool operator==(const LandCheck&) const = default;
};

/// The lines that people read.
std::string LinesOf(const LandCheck& check);

}  // namespace commitgate
