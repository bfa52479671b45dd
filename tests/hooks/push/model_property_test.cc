// SPDX-License-Identifier: MIT
// Random sequences of pushes, decided by the program and by models of the
// window, which have to agree.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <random>

#include "tests/hooks/push/pushed_world.h"
#include "tests/hooks/push/python_model.h"
#include "tests/hooks/push/random_pushes.h"
#include "tests/hooks/push/window_model.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

using nlohmann::json;
using Events = std::vector<json>;

/// `fallback`, or what a variable of the environment says: more takes longer.
uint64_t Number(const char* variable, uint64_t fallback) {
  const char* const number = std::getenv(variable);
  return number ? std::strtoull(number, nullptr, 10) : fallback;
}

/// What a model answers to the events of some sequences.
using Model = std::function<std::vector<json>(const std::vector<Events>&)>;

json AskOwnModel(const Events& events) {
  WindowModel model;
  json answers = json::array();
  for (const json& event : events)
    answers.push_back(model.Run(event));
  return answers;
}

std::vector<json> AskOwnModelOfAll(const std::vector<Events>& sequences) {
  std::vector<json> answers;
  for (const Events& events : sequences)
    answers.push_back(AskOwnModel(events));
  return answers;
}

/// How the program is asked.
enum class Way {
  kSettledFirst,  ///< As the models do.
  kSettledLate,   ///< As it is: only what a decision needs.
  kMergesTooLarge,
  kAskedTwice,
  kPruned,  ///< Commits that no ref has are gone at once.
};

/// Whether the answers have to be the same; otherwise nothing may be accepted
/// that the model refuses.
bool WantsSameAnswers(Way way) {
  return way != Way::kSettledLate && way != Way::kPruned;
}

/// Makes unreadable what no ref has and `event` does not bring, though a push
/// under way may have it.
void Prune(PushedWorld& world, const json& event) {
  CommitGraph& graph = world.server.graph;
  CommitSet there;
  for (const auto& [ref, target] : world.server.refs)
    there |= graph.Reach(graph.NumberOf(target));
  for (const json& command : event.value("refs", json::array()))
    if (command.at(2).is_string())
      there |= graph.Reach(std::optional(command.at(2).get<std::string>()));
  world.server.unreadable = ~there;
}

json RefuseAll(const PushedWorld& world, const json& event) {
  json out{{"yes", false}, {"answers", json::array()}};
  for (const json& command : event.at("refs")) {
    const std::string value = world.ValueOf(command.at(0));
    out["answers"].push_back(false);
    out["refs"][command.at(0)] = value.empty() ? json() : json(value);
  }
  return out;
}

/// A decision that cannot be made refuses.
json RunOrRefuse(PushedWorld& world, const json& event) {
  try {
    return RunEvent(world, event);
  } catch (const Error&) {
    if (!event.contains("refs"))
      throw;
    return RefuseAll(world, event);
  }
}

json Play(const Events& events, Way way) {
  PushedWorld world;
  world.settles_all = way != Way::kSettledLate;
  world.server.tells_too_much = way == Way::kMergesTooLarge;
  world.asks_twice = way == Way::kAskedTwice;
  json answers = json::array();
  for (const json& event : events) {
    if (way == Way::kPruned && event.at("op") != "reconcile")
      Prune(world, event);
    answers.push_back(RunOrRefuse(world, event));
  }
  return answers;
}

/// The place of the first event with another answer.
std::optional<size_t> FirstDifference(const json& ours, const json& theirs) {
  for (size_t i = 0; i < ours.size(); ++i) {
    json answer = theirs.at(i);
    if (answer.is_object())
      answer.erase("why");
    if (ours.at(i) != answer)
      return i;
  }
  return std::nullopt;
}

/// Whether somebody gets through who is refused by the model.
bool AcceptsMore(const json& ours, const json& theirs) {
  if (!ours.is_object() || !ours.contains("answers"))
    return true;
  for (size_t i = 0; i < ours.at("answers").size(); ++i)
    if (ours.at("answers").at(i) != theirs.at("answers").at(i))
      return ours.at("answers").at(i).get<bool>();
  return true;
}

/// After the first difference the two are in different worlds.
bool Disagree(const json& ours, const json& theirs, Way way) {
  const std::optional<size_t> where = FirstDifference(ours, theirs);
  if (!where)
    return false;
  return WantsSameAnswers(way) ||
         AcceptsMore(ours.at(*where), theirs.at(*where));
}

/// Events with what somebody is sure to notice before it is too late.  A
/// movement by hand counts from when it is seen, at the next push to the ref;
/// git keeps for two weeks what no ref has.
Events WithSettling(Events events, Way way) {
  if (way != Way::kSettledLate && way != Way::kPruned)
    return events;
  const json settling{{"op", "reconcile"}};
  Events all;
  for (json& event : events) {
    const bool is_by_hand = event.at("op") == "ref";
    if (way == Way::kPruned || is_by_hand)
      all.push_back(settling);
    all.push_back(std::move(event));
    if (is_by_hand)
      all.push_back(settling);
  }
  return all;
}

bool Fails(const Events& events, Way way, const Model& model) {
  try {
    return Disagree(Play(events, way), model({events}).at(0), way);
  } catch (const std::exception&) {
    return false;  // A commit that was left out is asked for.
  }
}

/// Leaves out events as long as it still fails.
Events Shrink(Events events, Way way, const Model& model) {
  for (bool is_shorter = true; is_shorter;) {
    is_shorter = false;
    for (size_t i = events.size(); i-- > 0;) {
      Events fewer = events;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (!Fails(fewer, way, model))
        continue;
      events = std::move(fewer);
      is_shorter = true;
    }
  }
  return events;
}

std::string Show(const Events& events, Way way, const Model& model) {
  const json ours = Play(events, way);
  const json theirs = model({events}).at(0);
  std::string text;
  for (size_t i = 0; i < events.size(); ++i) {
    text += events[i].dump() + "\n";
    if (!ours.at(i).is_null())
      text += "    program: " + ours.at(i).dump() +
              "\n    model:   " + theirs.at(i).dump() + "\n";
  }
  return text;
}

struct Trial {
  Way way = Way::kSettledFirst;
  Chances chances = {};
  Model model = AskOwnModelOfAll;
  uint64_t sequences = 0;
};

/// Says what went wrong first, shrunk.
void TryBatch(const Trial& trial, uint64_t first_seed, uint64_t size) {
  std::vector<Events> batch;
  std::vector<json> answers;
  for (uint64_t i = 0; i < size; ++i) {
    RandomSequence sequence = MakeSequence(first_seed + i, trial.chances);
    batch.push_back(WithSettling(std::move(sequence.events), trial.way));
    answers.push_back(std::move(sequence.answers));
  }
  const std::vector<json> theirs = trial.model(batch);
  for (size_t i = 0; i < batch.size(); ++i) {
    const json ours = trial.way == Way::kSettledFirst
                          ? answers[i]
                          : Play(batch[i], trial.way);
    if (!Disagree(ours, theirs[i], trial.way))
      continue;
    const Events shrunk = Shrink(batch[i], trial.way, trial.model);
    FAIL() << "seed " << first_seed + i << "\n"
           << Show(shrunk, trial.way, trial.model);
  }
}

void Try(const Trial& trial) {
  constexpr uint64_t kBatch = 250;
  const uint64_t seed = Number("WINDOW_SEED", 1);
  for (uint64_t done = 0; done < trial.sequences; done += kBatch) {
    TryBatch(trial, seed + done, std::min(kBatch, trial.sequences - done));
    if (::testing::Test::HasFatalFailure())
      return;
  }
}

TEST(WindowModel, AgreesWithEveryDecision) {
  Try({.sequences = Number("WINDOW_SEQUENCES", 500)});
}

TEST(WindowModel, AgreesWhereNothingGoesWrong) {
  Try({.chances = {.races = false, .clocks = false, .hands = false},
       .sequences = Number("WINDOW_SEQUENCES", 150)});
}

TEST(WindowModel, IsAsStrictWhereOtherRefsAreSettledLate) {
  Try({.way = Way::kSettledLate, .sequences = Number("WINDOW_SEQUENCES", 150)});
}

TEST(WindowModel, AgreesWhereDifferencesAreTooLarge) {
  Try({.way = Way::kMergesTooLarge,
       .sequences = Number("WINDOW_SEQUENCES", 150)});
}

TEST(WindowModel, AgreesWhereEverythingIsAskedTwice) {
  Try({.way = Way::kAskedTwice, .sequences = Number("WINDOW_SEQUENCES", 100)});
}

TEST(WindowModel, IsAsStrictWhereCommitsArePruned) {
  Try({.way = Way::kPruned, .sequences = Number("WINDOW_SEQUENCES", 100)});
}

TEST(WindowModel, SettlesWhateverIsPruned) {
  for (uint64_t i = 0; i < Number("WINDOW_SEQUENCES", 100); ++i) {
    const uint64_t seed = Number("WINDOW_SEED", 1) + i;
    SCOPED_TRACE("seed " + std::to_string(seed));
    PushedWorld world;
    for (const json& event : MakeSequence(seed, {}).events) {
      Prune(world, event);
      ASSERT_NO_THROW(world.SettleAll());
      RunOrRefuse(world, event);
    }
    ASSERT_EQ(world.ledger.Verify(), std::vector<std::string>());
  }
}

/// Kills some pushes before they move anything.
Events KillSome(Events events, uint64_t seed) {
  std::mt19937_64 random(seed);
  for (json& event : events)
    if (event.at("op") == "push" && random() % 4 == 0)
      event["die"] = "before";
  return events;
}

TEST(WindowModel, ForgetsPushesThatNeverMovedAnything) {
  const Chances chances{.races = false, .clocks = false, .hands = false};
  for (uint64_t i = 0; i < Number("WINDOW_SEQUENCES", 100); ++i) {
    const uint64_t seed = Number("WINDOW_SEED", 1) + i;
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Events all = KillSome(MakeSequence(seed, chances).events, seed);
    const json answers = Play(all, Way::kSettledFirst);
    Events events;
    json wanted = json::array();
    for (size_t k = 0; k < all.size(); ++k) {
      const bool has_moved =
          all[k].at("op") != "push" || all[k].contains("mode") ||
          (answers.at(k).at("yes") == true && !all[k].contains("die"));
      if (!has_moved)
        continue;
      events.push_back(all[k]);
      wanted.push_back(answers.at(k));
    }
    ASSERT_EQ(Play(events, Way::kSettledFirst), wanted);
  }
}

TEST(WindowModel, KnowsInTheEndWhereEveryRefIs) {
  for (uint64_t i = 0; i < Number("WINDOW_SEQUENCES", 50); ++i) {
    const uint64_t seed = Number("WINDOW_SEED", 1) + i;
    SCOPED_TRACE("seed " + std::to_string(seed));
    PushedWorld world;
    for (const json& event : MakeSequence(seed, {}).events)
      RunEvent(world, event);
    world.SettleAll();
    for (const std::string& ref : world.ledger.Refs())
      ASSERT_EQ(world.ledger.Tip(ref)->value, world.server.ReadRef(ref)) << ref;
    for (const auto& [ref, target] : world.server.refs)
      ASSERT_EQ(world.ledger.Tip(ref)->value, target) << ref;
    ASSERT_EQ(world.ledger.Verify(), std::vector<std::string>());
  }
}

TEST(WindowModel, OfOthersAgreesWithEveryDecision) {
  if (ModelFolder().empty())
    GTEST_SKIP() << "no model: WINDOW_MODEL names no folder";
  Try({.model = AskPythonModel, .sequences = Number("WINDOW_SEQUENCES", 150)});
}

}  // namespace
}  // namespace commitgate::testing
