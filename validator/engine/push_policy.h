// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/origin.h"
#include "validator/engine/ref_pattern.h"

namespace commitgate {

/// Durations of policies and the ledger, in microseconds.
using Micros = int64_t;
inline constexpr Micros kSecond = 1'000'000;
/// No duration: a rewrite is allowed whenever it happens.
inline constexpr Micros kForever = INT64_MAX;

/// What may be pushed to the refs that a pattern names: `[[refs]]`.  The first
/// one that matches holds; a ref that none matches is refused.
struct RefPolicy {
  enum class Merges { kRefuse, kAllow };
  enum class Delete { kRefuse, kWindow, kAllow };
  enum class Scope { kAny, kMessageOnly };
  enum class Otherwise { kWarn, kRefuse };
  /// What kind of ref it is decides what a push can do to it.
  enum class Type { kBranch, kTag, kNotes };

  RefPattern match;
  /// `rules`: a preset's name, or kOwnRules, or kNoRules for a namespace that
  /// is free: anything goes there, and nothing there is known elsewhere.
  std::string rules;
  /// Who may push, names and `@groups`; absent: anybody who can push at all,
  /// nobody included.
  std::optional<std::vector<std::string>> pushers;
  Merges merges = Merges::kRefuse;
  Delete deletion = Delete::kRefuse;
  /// `force-push`: how long after a push its pusher may rewrite it.  0: refuse;
  /// kForever: allow.  Tags and notes have no window: 0 unless the policy says
  /// otherwise.
  Micros within = 600 * kSecond;
  Scope scope = Scope::kAny;
  /// What becomes of a commit that is none of what `backport-of` asks for.
  Otherwise otherwise = Otherwise::kWarn;
  /// Patterns as written in other `[[refs]]`, whose refs are held to less.
  std::vector<std::string> stricter_than;
  /// A commit from which on, and before which nothing, is judged.  40
  /// hexadecimal digits, or empty.
  std::string since;
  /// Stars take what the stars of `match` took.
  std::optional<RefPattern> only_from;
  std::optional<RefPattern> backport_of;
  Origin origin;
  /// By key, where the policy says so.
  std::map<std::string, Origin, std::less<>> origins = {};

  Type type() const;
  bool IsFree() const;
};

inline constexpr std::string_view kOwnRules = "";
inline constexpr std::string_view kNoRules = "none";

/// Whether a ref's name, or a pattern for them, begins with what no policy can
/// open to pushes: git's replacements, and what commitgate itself keeps.
bool IsReserved(std::string_view ref);

/// `[limits]`: what one push can ask for; beyond, it is refused.
struct Limits {
  int64_t max_commits = 10'000;
  /// Of one commit's message, in bytes.
  int64_t max_message = 1 << 20;
  int64_t max_refs = 1'000;
  /// Of all judging; absent: none.
  std::optional<Micros> deadline;
  std::map<std::string, Origin, std::less<>> origins = {};
};

/// What a server is asked to do: the part of a policy that no commit-msg hook
/// and no `check` looks at.
struct PushPolicy {
  /// Own ones before those of what the policy extends.
  std::vector<RefPolicy> refs;
  /// `[groups]`: who is meant by `@name`, sorted; without the `@`.
  std::map<std::string, std::vector<std::string>, std::less<>> groups;
  std::map<std::string, Origin, std::less<>> group_origins;
  /// Which other groups there are, for the roster tells who is in them.
  enum class RosterGroups {
    kNone,
    kOfReadme,  ///< Those of Node.js: see kReadmeGroups.
    kAny,       ///< A TOML roster has groups as it likes.
  };
  RosterGroups roster_groups = RosterGroups::kNone;
  Limits limits;
  /// `[identity] delegates`: who may push in somebody else's name; names and
  /// `@groups`.
  std::vector<std::string> delegates;
  Origin delegates_origin;
  /// `[ledger] unavailable = "allow-forward"`.
  bool forward_without_ledger = false;
  Origin ledger_origin;
  /// `[output] max-findings` and `gitlab`.
  int64_t max_findings = 50;
  bool gitlab = false;
  std::map<std::string, Origin, std::less<>> output_origins = {};

  /// The first that matches; null where none does, and for reserved names.
  const RefPolicy* Find(std::string_view ref) const;
  /// Whether `who` is in a list of names and `@groups`.
  bool Includes(const std::vector<std::string>& list,
                std::string_view who) const;
  /// Whether what `other` holds its refs to is the same as what `ref` asks for,
  /// or stricter: what is known there needs no judging here.
  bool IsAsStrict(const RefPolicy& other, const RefPolicy& ref) const;
};

}  // namespace commitgate
