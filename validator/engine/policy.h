// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "validator/engine/origin.h"
#include "validator/engine/pattern.h"
#include "validator/engine/people_policy.h"
#include "validator/engine/push_policy.h"
#include "validator/engine/rule.h"

namespace commitgate {

/// A rule as a policy has it.
struct RulePolicy {
  const Rule* rule;
  Level level = Level::kOff;
  Settings settings;
  Origin level_origin = {};
  /// By option name; an option that is not here has its fallback.
  std::map<std::string, Origin, std::less<>> origins = {};

  /// What exempts the kinds of commit below from this rule.
  bool exempts_releases = false;
  bool exempts_merges = false;
};

/// A rule without code: `[[patterns]]`.
struct PatternRule {
  enum class Target { kTitle, kBody, kMessage, kTrailer, kAuthor, kCommitter };

  std::string id;
  Target target = Target::kMessage;
  /// With Target::kTrailer: the key.
  std::string trailer;
  Pattern pattern;
  /// The target must match rather than must not.
  bool require = false;
  std::string message;
  Level level = Level::kError;
  Origin origin;
};

/// Who is not held to what: `[[exempt]]`.
struct Exemption {
  Pattern author;
  /// Ids of rules and patterns, sorted.
  std::vector<std::string> rules;
  Origin origin;
  /// For Skip::why: "exempt by " and the origin.
  std::string why;
};

/// What holds in a project.  Made by LoadPolicy; immutable afterwards and safe
/// to share between threads.
struct Policy {
  /// The source that was asked for: a preset's name or a file's.
  std::string name;
  /// All rules of the catalog, in its order, those that are off too.
  std::vector<RulePolicy> rules;
  std::vector<PatternRule> patterns;
  std::vector<Exemption> exemptions;

  Origin release_origin;
  Origin merge_origin;

  /// Where the project tells who its people are.
  PeoplePolicy people;

  /// What a server holds pushes to.
  PushPolicy push;
};

}  // namespace commitgate
