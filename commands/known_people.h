// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "commands/place.h"
#include "hooks/environment.h"
#include "hooks/project/project.h"
#include "validator/people/people.h"

namespace commitgate {

/// Who is who at a place, whether there is a repository or not.  Stays where it
/// is made, for views point into it.
class KnownPeople {
 public:
  /// The roster is the file `roster`, or that of the policy where it is empty.
  /// REQUIRES: `place` was entered.  Throws Error.
  KnownPeople(const Place& place, const std::string& roster,
              const Environment& environment);
  KnownPeople(const KnownPeople&) = delete;
  KnownPeople& operator=(const KnownPeople&) = delete;

  /// Views into this.
  People people() const;

 private:
  Policy policy_;
  std::optional<Project> project_;
  std::optional<Roster> roster_;
};

}  // namespace commitgate
