// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/push/candidate.h"
#include "hooks/push/gates.h"
#include "tests/support/temp_dir.h"
#include "validator/engine/policy.h"
#include "validator/git/repository.h"

namespace commitgate::testing {

using Lines = std::vector<std::string>;

/// A policy of few rules, so that a test says what it is about: titles of at
/// most 20 columns, with a warning beyond 15.  `toml` follows.
Policy PolicyOf(std::string_view toml);

/// A server's bare repository, with the objects that are being pushed.
class PushedRepository {
 public:
  PushedRepository();

  /// Makes a commit called `name` that `message` is the whole message of.
  ObjectId Commit(const std::string& name, std::string_view message,
                  const std::vector<std::string>& parents = {});
  /// The same with the message `doc: NAME`, and behind it PR-URL `pr` if it is
  /// not 0.
  ObjectId Good(const std::string& name,
                const std::vector<std::string>& parents = {}, int pr = 0);
  /// With a title that is too long.
  ObjectId Bad(const std::string& name,
               const std::vector<std::string>& parents = {});

  /// The id of what has this name.
  const ObjectId& operator[](const std::string& name) const;

  void SetRef(const std::string& ref, const std::string& name) const;
  /// Makes the server's repository shallow behind a commit.
  void CutOffAt(const std::string& name) const;
  /// Moves the commit's object to another folder like `objects`.
  void MoveTo(const std::string& folder, const std::string& name) const;
  std::string Git(const std::vector<std::string>& arguments,
                  std::string_view input = {}) const;
  const std::string& path() const { return folder_.path(); }
  Repository Open(const Quarantine& quarantine = {}) const;

  /// Gives a name to what git printed an id of.
  ObjectId Name(const std::string& name, std::string_view hex);

  /// `text` with names in the place of ids, short or long: `<name>`.
  std::string Named(std::string text) const;

 private:
  TempDir folder_;
  std::map<std::string, ObjectId> names_;
};

/// A push to a ref, in the names of a repository.
struct Push {
  std::string ref;
  /// Empty: all zeros.
  std::string from;
  std::string to;
};

struct GateSetting {
  Identity identity = {
      .pusher = Pusher{"unix", "alice"}, .why_nobody = {}, .delegate = {}};
  bool judges_messages = true;
  std::function<bool()> is_late = {};
  KnownAncestors* known_ancestors = nullptr;
  Quarantine quarantine = {};
};

/// What the gates leave of a push.
std::vector<Candidate> PassedGates(const PushedRepository& repository,
                                   const Policy& policy,
                                   const std::vector<Push>& pushes,
                                   const GateSetting& setting = {});

/// The same as lines, ids by their names: `refs/heads/main`, `- a refusal`,
/// `? a warning`, and behind each `    more` about it.  A ref of which there
/// is nothing to say is only its name.
Lines Gates(const PushedRepository& repository, const Policy& policy,
            const std::vector<Push>& pushes, const GateSetting& setting = {});

}  // namespace commitgate::testing
