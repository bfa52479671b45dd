// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/commit.h"

namespace commitgate {

class Mailmap;
class Owners;
class Roster;

/// What a rule has to know besides the commit.  A rule that needs what is not
/// there is skipped, with the reason.
enum class Need : unsigned {
  kRoster = 1,
  kOwners = 2,
  /// Who is who: a mailmap, an empty one at least, and the roster where there
  /// is one.
  kMailmap = 4,
  /// Who pushes: on a server only.
  kPusher = 8,
  kNow = 16,
  /// Other commits.
  kRepository = 32,
  /// What a commit changes: it has to be stored.
  kChanges = 64,
};

/// Several of them, as bits.
using Needs = unsigned;
constexpr Needs operator|(Need a, Need b) {
  return static_cast<Needs>(a) | static_cast<Needs>(b);
}
constexpr Needs operator|(Needs a, Need b) {
  return a | static_cast<Needs>(b);
}
constexpr bool Has(Needs needs, Need need) {
  return (needs & static_cast<Needs>(need)) != 0;
}

/// What a part of an object id names.
struct NamedCommit {
  enum class Found {
    kCommit,
    kNothing,
    kAmbiguous,
    /// Nothing, but the history is cut off: it may be behind that.
    kCutOff,
  };
  Found found = Found::kNothing;
  /// With kCommit: its whole id and its title.
  std::string id = {};
  std::string title = {};
  /// It is in the history of the commit that names it.
  bool is_ancestor = false;
};

/// One path that a commit changes.
struct ChangedPath {
  enum class Kind { kAdded, kDeleted, kModified };
  Kind kind;
  /// `/` between its parts; any bytes but NUL.
  std::string path;

  bool operator==(const ChangedPath&) const = default;
};

/// What a commit changes against its first parent, or against nothing where it
/// has none.  A renamed file is one deleted and one added.  Remembers what was
/// asked for.
class Changes {
 public:
  virtual ~Changes() = default;
  /// Sorted by path.
  virtual const std::vector<ChangedPath>& paths() const = 0;
  /// The content of a file before or after; nothing where there is none, or it
  /// is no file, or larger than 16 MiB.  Throws Error: it cannot be read.
  virtual std::optional<std::string> Before(const std::string& path) const = 0;
  virtual std::optional<std::string> After(const std::string& path) const = 0;
  /// How often the `newest` commits before this one that changed any of these
  /// paths name which subsystem; most often first.  Bounded in time: looks
  /// back over some thousand commits at most.  Throws Error.
  struct Used {
    std::string subsystem;
    int times;
  };
  virtual std::vector<Used> SubsystemsOf(const std::vector<std::string>& paths,
                                         int newest) const = 0;
};

/// The repository that a commit is in, or will be.  May be used by several
/// threads; opened when it is asked first.
class RepositoryView {
 public:
  virtual ~RepositoryView() = default;
  /// The commit whose id begins with `hex`, 4 to 64 digits, as `from` names it.
  /// A message that is not stored yet is a child of HEAD.  Throws Error.
  virtual NamedCommit Find(std::string_view hex, const Commit& from) const = 0;
  /// Whether `commit` was read from it, rather than from a file or JSON.
  virtual bool Stores(const Commit& commit) const = 0;
  /// REQUIRES: it stores the commit, which outlives the answer.  For one thread
  /// at a time; costs nothing until it is asked for something.
  virtual std::shared_ptr<const Changes> ChangesOf(
      const Commit& commit) const = 0;
};

/// What a roster said once.
class RosterHistory {
 public:
  virtual ~RosterHistory() = default;
  /// The commit that took somebody with this address off the roster.
  struct Removal {
    std::string commit;
    std::string title;
  };
  /// Nothing where the address was never there, as far as one can look back in
  /// a bounded time.  Throws Error.
  virtual std::optional<Removal> FindRemoval(std::string_view email) const = 0;
};

/// Who is in which group or team, by login: `[groups]` of the policy.
using Teams = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What there is besides the commit; null or nothing where there is none.  All
/// of it outlives the judging, and may be used by several threads.
struct Views {
  const Roster* roster = nullptr;
  const RosterHistory* roster_history = nullptr;
  const Owners* owners = nullptr;
  const Teams* teams = nullptr;
  const Mailmap* mailmap = nullptr;
  const RepositoryView* repository = nullptr;
  /// The login of who pushes.
  std::optional<std::string> pusher = {};
  /// Seconds since the epoch.
  std::optional<int64_t> now = {};
};

}  // namespace commitgate
