// SPDX-License-Identifier: MIT
#include "tests/hooks/push/random_pushes.h"

#include <algorithm>
#include <random>
#include <string>

#include "tests/hooks/push/pushed_world.h"

namespace commitgate::testing {
namespace {

using nlohmann::json;

/// Makes up one event after the other and plays them, for what is worth trying
/// depends on what is there.
class Maker {
 public:
  Maker(uint64_t seed, const Chances& chances)
      : random_(seed), chances_(chances) {
    world_.settles_all = true;
  }

  RandomSequence Make() {
    Begin();
    const int length = 6 + Below(22);
    for (int i = 0; i < length; ++i) {
      PassTime();
      AddEvent();
    }
    return std::move(sequence_);
  }

 private:
  int Below(int end) {
    return std::uniform_int_distribution<>(0, end - 1)(random_);
  }

  bool Percent(int chance) { return Below(100) < chance; }

  template <typename T>
  const T& OneOf(const std::vector<T>& items) {
    return items[Below(static_cast<int>(items.size()))];
  }

  void Happen(json event) {
    sequence_.answers.push_back(RunEvent(world_, event));
    sequence_.events.push_back(std::move(event));
  }

  void Begin() {
    Happen({{"op", "ref"}, {"ref", kMain}, {"new", "c0"}});
    if (Percent(60))
      Happen({{"op", "ref"}, {"ref", kStaging}, {"new", "c0"}});
    Happen({{"op", "baseline"}});
    if (Percent(60))
      ChangePolicy();
    history_ = {"c0"};
  }

  void PassTime() {
    static const std::vector<int> kSteps{0,   0,   1,   1,    2,    10,  30,
                                         60,  61,  120, 240,  300,  301, 540,
                                         599, 600, 601, 1199, 1200, 1201};
    const int step = Percent(70) ? OneOf(std::vector<int>{0, 1, 5, 20, 60, 90})
                                 : OneOf(kSteps);
    time_ += step;
  }

  void AddEvent() {
    const int dice = Below(100);
    if (chances_.races && dice < 22)
      return AddRace();
    if (dice < 26)
      return ChangePolicy();
    if (dice < 31)
      return AddGrant();
    if (chances_.hands && dice < 35)
      return MoveByHand();
    if (chances_.clocks && dice < 40)
      return ChangeClock();
    AddPush("push");
  }

  const std::string& Somebody() {
    static const std::vector<std::string> kPeople{"A", "A", "A", "B", "B", "C"};
    return OneOf(kPeople);
  }

  const std::string& SomeBranch() {
    static const std::vector<std::string> kBranches{kMain, kMain,    kMain,
                                                    kMain, kStaging, kFeature};
    return OneOf(kBranches);
  }

  std::string NewCommit(const std::vector<std::string>& parents) {
    const std::string name = "n" + std::to_string(++commits_);
    json event{{"op", "commit"}, {"id", name}, {"parents", parents}};
    if (Percent(20))
      event["tree"] = "tree-of-c0";
    Happen(std::move(event));
    history_.push_back(name);
    return name;
  }

  /// A commit some steps below `tip`, along its first found parents.
  std::string Below(const std::string& tip, int steps) {
    const CommitGraph& graph = world_.server.graph;
    std::vector<size_t> members =
        graph.Members(graph.Reach(std::optional(tip)));
    const int last = static_cast<int>(members.size()) - 1;
    return graph.NameOf(members[std::max(0, last - steps)]);
  }

  json Target(const std::string& ref) {
    const std::string tip = world_.ValueOf(ref);
    if (tip.empty())
      return Percent(50) ? OneOf(history_) : NewCommit({OneOf(history_)});
    const int dice = Below(100);
    if (dice < 30)
      return Grow(tip, 1 + Below(2));
    if (dice < 55)
      return Grow(Below(tip, 1 + Below(3)), 1 + Below(3));
    if (dice < 70)
      return Below(tip, 1 + Below(3));
    if (dice < 84)
      return OneOf(history_);
    if (dice < 90)
      return TipOfAnother();
    if (dice < 93)
      return tip;
    if (dice < 97)
      return NewCommit({tip, OneOf(history_)});
    return nullptr;
  }

  std::string Grow(std::string tip, int commits) {
    for (int i = 0; i < commits; ++i)
      tip = NewCommit({tip});
    return tip;
  }

  std::string TipOfAnother() {
    const auto& refs = world_.server.refs;
    if (refs.empty())
      return OneOf(history_);
    const auto ref =
        std::next(refs.begin(), Below(static_cast<int>(refs.size())));
    return world_.server.graph.NameOf(ref->second);
  }

  json BranchCommand() {
    const std::string& ref = SomeBranch();
    json target =
        Percent(12) && !world_.ValueOf(ref).empty() ? json() : Target(ref);
    return {ref, Percent(3) ? json(OneOf(history_)) : json("@"), target};
  }

  json TagCommand() {
    const std::string name = "refs/tags/v" + std::to_string(1 + Below(3));
    if (!world_.ValueOf(name).empty())
      return {name, "@", OneOf(history_)};
    return {name, nullptr, Percent(70) ? TipOfAnother() : OneOf(history_)};
  }

  json Commands() {
    json commands = json::array();
    commands.push_back(Percent(6) ? TagCommand() : BranchCommand());
    while (Percent(18)) {
      json another = Percent(30) ? TagCommand() : BranchCommand();
      const auto is_same = [&](const json& other) {
        return other.at(0) == another.at(0);
      };
      if (std::ranges::none_of(commands, is_same) || Percent(5))
        commands.push_back(std::move(another));
    }
    if (commands.size() > 1 && Percent(40))
      for (json& command : commands)
        if (!command.at(2).is_null())
          command[2] = commands[0][2].is_null() ? command[2] : commands[0][2];
    // A tag that stays where it is: the model and git disagree on what that is.
    for (json& command : commands) {
      const std::string ref = command.at(0);
      if (ref.starts_with("refs/tags/") && command.at(2).is_string() &&
          command.at(2) == world_.ValueOf(ref))
        command[2] = NewCommit({"c0"});
    }
    return commands;
  }

  void AddPush(const std::string& op) {
    json event{{"op", op},
               {"t", time_},
               {"who", Somebody()},
               {"refs", Commands()},
               {"id", "p" + std::to_string(++pushes_)}};
    if (Percent(15))
      event["mode"] = "update";
    if (op == "push" && chances_.races && Percent(14))
      event["die"] = Percent(50) ? "before" : "after";
    if (op == "begin")
      open_.push_back(event.at("id"));
    // Asked a second time the program would answer as before, the model anew.
    if (event.contains("mode"))
      LeaveOutTwins(event["refs"]);
    last_ = event;
    Happen(std::move(event));
  }

  static void LeaveOutTwins(json& commands) {
    json once = json::array();
    for (json& command : commands)
      if (std::ranges::none_of(once, [&](const json& other) {
            return other.at(0) == command.at(0);
          }))
        once.push_back(std::move(command));
    commands = std::move(once);
  }

  void AddRace() {
    if (open_.empty() || Percent(35))
      return Percent(25) ? AddTwin() : AddPush("begin");
    const std::string id = OneOf(open_);
    static const std::vector<std::string> kOps{"move", "move", "confirm",
                                               "gone"};
    const std::string& op = OneOf(kOps);
    Happen({{"op", op}, {"t", time_}, {"id", id}});
    if (op == "gone")
      std::erase(open_, id);
  }

  /// Somebody tries the very same as the last push.
  void AddTwin() {
    if (last_.is_null() || last_.at("op") != "begin")
      return AddPush("begin");
    json event = last_;
    event["id"] = "p" + std::to_string(++pushes_);
    event["t"] = time_;
    event["who"] = Percent(50) ? event.at("who") : json(Somebody());
    open_.push_back(event.at("id"));
    Happen(std::move(event));
  }

  void ChangePolicy() {
    static const std::vector<json> kWithins{600,  600,  600,      60,
                                            3600, 1200, "refuse", "allow"};
    static const std::vector<std::string> kDeletes{"refuse", "window", "window",
                                                   "allow"};
    json event{{"op", "policy"},
               {"t", time_},
               {"match", Percent(80) ? "refs/heads/*" : SomeBranch()},
               {"within", OneOf(kWithins)},
               {"delete", OneOf(kDeletes)},
               {"merges", Percent(70) ? "allow" : "refuse"}};
    if (Percent(8))
      event["scope"] = "message-only";
    Happen(std::move(event));
  }

  void AddGrant() {
    const std::string& ref = SomeBranch();
    const std::string tip = world_.ValueOf(ref);
    const json target = Target(ref);
    const std::string who = Somebody();
    Happen({{"op", "grant"},
            {"t", time_},
            {"ref", ref},
            {"old", "@"},
            {"new", target},
            {"to", who},
            {"for", Percent(50) ? 3600 : 30}});
    if (Percent(20))
      return;
    PassTime();
    json event{{"op", Percent(80) ? "push" : "begin"},
               {"t", time_},
               {"who", Percent(90) ? who : Somebody()},
               {"refs", {{ref, "@", target}}},
               {"id", "p" + std::to_string(++pushes_)}};
    if (event.at("op") == "begin")
      open_.push_back(event.at("id"));
    else if (chances_.races && Percent(30))
      event["die"] = Percent(50) ? "before" : "after";
    Happen(std::move(event));
  }

  void MoveByHand() {
    const std::string& ref = SomeBranch();
    const bool is_deletion = Percent(15);
    Happen({{"op", "ref"},
            {"t", time_},
            {"ref", ref},
            {"new", is_deletion ? json() : json(OneOf(history_))}});
  }

  void ChangeClock() {
    const int dice = Below(10);
    if (dice < 2)
      return Happen({{"op", "reset-clock"}, {"t", time_}});
    if (dice < 4) {
      // No process outlives a restart.
      for (const std::string& id : open_)
        Happen({{"op", "gone"}, {"id", id}});
      open_.clear();
      return Happen({{"op", "reboot"}, {"t", time_}});
    }
    static const std::vector<int> kOffsets{0,  0,   -1,    -3,  -60,
                                           30, 600, -3600, 3600};
    Happen({{"op", "clock"}, {"t", time_}, {"wall", OneOf(kOffsets)}});
  }

  std::mt19937_64 random_;
  const Chances chances_;
  PushedWorld world_;
  RandomSequence sequence_;
  int time_ = 0;
  int commits_ = 0;
  int pushes_ = 0;
  std::vector<std::string> history_;
  std::vector<std::string> open_;
  json last_;
};

}  // namespace

RandomSequence MakeSequence(uint64_t seed, const Chances& chances) {
  return Maker(seed, chances).Make();
}

}  // namespace commitgate::testing
