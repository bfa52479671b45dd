// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/hooks/push/pushed_world.h"

namespace commitgate::testing {

constexpr Micros Seconds(double seconds) {
  return static_cast<Micros>(seconds * kSecond);
}

constexpr Micros Minutes(double minutes) {
  return Seconds(60 * minutes);
}

/// Branches main and staging at c0, which is final.  c1a, c1b and c1c are c1
/// amended; c2 and b are new commits on c1, ab one on b; x and y are other work
/// on c0, y on x, and xa is x amended.
class Pushes : public ::testing::Test {
 protected:
  Pushes() {
    CommitGraph& graph = world_.server.graph;
    for (const char* name : {"c1", "c1a", "c1b", "c1c", "x", "xa"})
      graph.Add(name, {"c0"});
    graph.Add("same", {"c0"}, "tree-of-c1");
    for (const char* name : {"c2", "c2a", "b"})
      graph.Add(name, {"c1"});
    graph.Add("y", {"x"});
    graph.Add("ab", {"b"});
    world_.SetByHand(kMain, "c0");
    world_.SetByHand(kStaging, "c0");
    world_.WriteBaselineOfAll();
  }

  Command To(const std::string& ref, const std::string& commit) const {
    const std::string real = world_.ValueOf(ref);
    Command command{ref, std::nullopt, std::nullopt};
    if (!real.empty())
      command.claimed = real;
    if (!commit.empty())
      command.target = commit;
    return command;
  }

  PushStory Story(const std::string& who, std::vector<Command> commands) {
    return {"push" + std::to_string(++pushes_), who, std::move(commands)};
  }

  /// Whether somebody gets through with main, or another ref, to a commit; to
  /// the empty name is a deletion.
  bool Push(Micros at, const std::string& who, const std::string& commit,
            const std::string& ref = kMain) {
    return PushAll(at, who, {To(ref, commit)});
  }

  bool PushAll(Micros at, const std::string& who,
               std::vector<Command> commands) {
    world_.server.true_time = at;
    last_ = world_.Push(Story(who, std::move(commands)));
    return std::ranges::all_of(last_, &Answer::accepted);
  }

  bool PushAndDie(Micros at, const std::string& who, const std::string& commit,
                  Death death) {
    world_.server.true_time = at;
    last_ = world_.Push(Story(who, {To(kMain, commit)}), death);
    return last_.front().accepted;
  }

  /// The hook's answer to a push that stays under way as `id`.
  Answer Begin(Micros at, const std::string& id, const std::string& who,
               const std::string& commit, const std::string& ref = kMain) {
    world_.server.true_time = at;
    return world_.Begin({id, who, {To(ref, commit)}}).front();
  }

  /// What the last push was told first.
  std::string What() const { return WhatOf(last_.front()); }

  static std::string WhatOf(const Answer& answer) {
    return answer.refusals.empty() ? "" : answer.refusals.front().what;
  }

  RefPolicy& Branches() { return world_.PolicyOf(kMain); }

  size_t CountRows() const {
    size_t rows = 0;
    world_.ledger.List({}, [&](const FoldedRow&) { ++rows; });
    return rows;
  }

  FoldedRow RowOf(const Answer& answer) const {
    return *world_.ledger.Find(answer.row);
  }

  /// A request as a hook makes it, for what no story tells.
  PushRequest Request(const std::string& id, std::vector<Command> commands) {
    PushRequest request{.push = id,
                        .pusher = Pusher{"unix", "alice"},
                        .candidates = {},
                        .policy = world_.policy,
                        .policy_name = "test",
                        .policy_id = std::string(40, 'f')};
    world_.server.alive.insert(id);
    for (const Command& command : commands) {
      Candidate candidate;
      candidate.update = {command.ref,
                          world_.server.graph.IdOfAny(command.claimed),
                          world_.server.graph.IdOfAny(command.target)};
      candidate.policy = world_.policy.Find(command.ref);
      request.candidates.push_back(std::move(candidate));
    }
    return request;
  }

  Answer AskOne(const PushRequest& request) {
    return Decide(world_.ledger, world_.server, request).front();
  }

  PushedWorld world_;
  std::vector<Answer> last_;
  int pushes_ = 0;
};

}  // namespace commitgate::testing
