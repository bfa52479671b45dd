// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hooks/ledger/ledger.h"
#include "hooks/push/decide.h"
#include "tests/hooks/push/fake_server.h"

namespace commitgate::testing {

inline const std::string kMain = "refs/heads/main";
inline const std::string kStaging = "refs/heads/staging";
inline const std::string kFeature = "refs/heads/feat";
inline const std::string kTag = "refs/tags/v1";

/// A ref, what the push says that it was, and what it is to be: names of
/// commits, or nothing.
struct Command {
  std::string ref;
  std::optional<std::string> claimed;
  std::optional<std::string> target;
};

/// One push as receive-pack sees it.
struct PushStory {
  std::string id;
  std::string who;
  std::vector<Command> commands;
  /// The hook is update: each ref by itself, and each moved at once.
  bool by_update = false;
};

/// Where a push breaks off.
enum class Death {
  kNone,
  kBeforeMove,  ///< After the answer.
  kAfterMove,   ///< So that post-receive never runs.
};

/// A server with a real ledger, and what git does around the hooks.
class PushedWorld {
 public:
  /// Windows of ten minutes on branches, no deletions; tags do not move.
  PushedWorld();

  /// Puts a policy in the place of the one with the same pattern, or first.
  void SetPolicy(RefPolicy policy);
  RefPolicy& PolicyOf(const std::string& ref);

  void WriteBaselineOfAll();
  void SettleAll();

  /// A whole push: the hook, the refs, post-receive.
  std::vector<Answer> Push(const PushStory& story, Death death = Death::kNone);
  /// Only the hook.
  std::vector<Answer> Begin(const PushStory& story);
  /// What receive-pack does then; returns which refs have moved.
  std::vector<std::pair<std::string, bool>> Move(const std::string& id,
                                                 const std::string& ref = "");
  void ConfirmPush(const std::string& id);
  void End(const std::string& id) { server.alive.erase(id); }

  void SetByHand(const std::string& ref,
                 const std::optional<std::string>& commit);
  void Grant(const Command& command, const std::string& to, Micros duration);
  void ResetClock();
  void Reboot();

  std::string ValueOf(const std::string& ref) const;

  FakeServer server;
  Ledger ledger = Ledger::InMemory();
  PushPolicy policy;
  /// Settles everything before each decision, as the model does.
  bool settles_all = false;
  /// Every hook runs twice.
  bool asks_twice = false;

 private:
  struct Movement {
    std::string push;
    std::string ref;
    std::optional<ObjectId> before;
    std::optional<ObjectId> after;
    bool tried = false;
    bool moved = false;
  };

  std::vector<Answer> DecideOnce(const PushRequest& request);
  std::vector<Answer> Ask(const PushStory& story,
                          const std::vector<Command>& commands);
  Candidate MakeCandidate(const Command& command, const std::string& who) const;
  std::optional<Remark> Judge(const Candidate& candidate,
                              const std::string& who) const;
  void ConfirmOnce(const std::string& id, const std::vector<std::string>& refs);
  void KeepTime();

  std::vector<Movement> movements_;
};

/// Runs the events of window-stories.jsonl, which are those of the window's
/// model; returns what an event answers, null for others.
nlohmann::json RunEvent(PushedWorld& world, const nlohmann::json& event);

RefPolicy ReadPolicyEvent(const nlohmann::json& event);
Micros ReadSeconds(const nlohmann::json& seconds);

}  // namespace commitgate::testing
