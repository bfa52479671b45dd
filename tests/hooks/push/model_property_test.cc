// SPDX-License-Identifier: MIT
// Random sequences of pushes, decided by the program and by models of the
// window, which have to agree.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

#include "tests/hooks/push/pushed_world.h"
#include "tests/hooks/push/python_model.h"
#include "tests/hooks/push/random_pushes.h"
#include "tests/hooks/push/window_model.h"

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
};

json Play(const Events& events, Way way) {
  PushedWorld world;
  world.settles_all = way != Way::kSettledLate;
  world.server.tells_too_much = way == Way::kMergesTooLarge;
  json answers = json::array();
  for (const json& event : events)
    answers.push_back(RunEvent(world, event));
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
  return way == Way::kSettledFirst ||
         AcceptsMore(ours.at(*where), theirs.at(*where));
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
    batch.push_back(std::move(sequence.events));
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

TEST(WindowModel, IsAsStrictWhereDifferencesAreTooLarge) {
  Try({.way = Way::kMergesTooLarge,
       .sequences = Number("WINDOW_SEQUENCES", 150)});
}

TEST(WindowModel, OfOthersAgreesWithEveryDecision) {
  if (ModelFolder().empty())
    GTEST_SKIP() << "no model: WINDOW_MODEL names no folder";
  Try({.model = AskPythonModel, .sequences = Number("WINDOW_SEQUENCES", 150)});
}

}  // namespace
}  // namespace commitgate::testing
