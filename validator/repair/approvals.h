// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/ignoring_case.h"

namespace commitgate {

/// What somebody said about a pull request.
struct Review {
  std::string login;
  /// As GitHub has it: `APPROVED`, `CHANGES_REQUESTED`, `COMMENTED`,
  /// `DISMISSED`, `PENDING`.
  std::string state;
  std::string text;
  /// ISO 8601, so that texts compare like times.
  std::string time;
};

/// What each reviewer said last, counted as `git node land` does: a request for
/// changes or a dismissal takes an approval back, a comment does not, and one
/// that only says `LGTM` approves.
class Approvals {
 public:
  /// Reviews, in the order of time.
  void AddReview(const Review& review);
  /// Comments, in the order of time, once all reviews were added.
  void AddComment(const Review& comment);

  /// The logins of those who approve, in the order in which they spoke up.
  std::vector<std::string> Logins() const;

 private:
  struct Opinion {
    /// Who spoke up first has the lowest.
    size_t number;
    std::string login;
    bool approves;
    std::string time;
  };
  void Set(const Review& review, bool approves);

  std::map<std::string, Opinion, LessIgnoringCase> opinions_;
  size_t next_ = 0;
};

}  // namespace commitgate
