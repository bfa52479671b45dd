// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/people/path_pattern.h"

namespace commitgate {

/// Whom to ask about something.
struct OwnedBy {
  /// `@login`, `@organisation/team` or a mail address, in the order of the
  /// file.
  std::vector<std::string> owners;
  /// What the file says about when to ask them, or empty.
  std::string note = {};
  /// 1-based line of the file.
  int line = 0;

  bool operator==(const OwnedBy&) const = default;
};

/// Some paths and subsystems, and who looks after them.
struct OwnersEntry {
  std::vector<PathPattern> patterns;
  std::vector<std::string> subsystems;
  OwnedBy owned_by;
};

/// Who looks after which part of a project: a CODEOWNERS file as GitHub reads
/// it, or TOML with paths and subsystems (commitgate-policy(5)), such as the
/// guide's table "Who to CC in the issue tracker".
class Owners {
 public:
  /// `name` is what the file is called in errors; TOML where it ends with
  /// `.toml`.  Throws Error: a line that is none, with its number.
  static Owners Read(const std::string& name, std::string_view text);

  /// Whom to ask about a path, `/` between its parts.  Of CODEOWNERS the last
  /// line that matches holds, of TOML all entries do.  Throws Error where the
  /// effort is spent.
  std::vector<OwnedBy> OfPath(std::string_view path,
                              MatchingEffort& effort) const;

  /// Whom to ask about a subsystem that a title names; only TOML tells.  Throws
  /// Error as above.
  std::vector<OwnedBy> OfSubsystem(std::string_view subsystem,
                                   MatchingEffort& effort) const;

 private:
  bool last_holds_ = false;
  std::vector<OwnersEntry> entries_;
};

}  // namespace commitgate
