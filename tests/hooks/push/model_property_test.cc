// SPDX-License-Identifier: MIT
// Random sequences of pushes, decided by the program and by models of the
// window, which have to agree.
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/hooks/push/pushed_world.h"
#include "tests/hooks/push/python_model.h"
#include "tests/hooks/push/random_pushes.h"

namespace commitgate::testing {
namespace {

using nlohmann::json;
using Events = std::vector<json>;

/// How many sequences are tried with the model that others have made.
int Sequences() {
  const char* number = std::getenv("WINDOW_SEQUENCES");
  return number ? std::atoi(number) : 300;
}

uint64_t FirstSeed() {
  const char* number = std::getenv("WINDOW_SEED");
  return number ? std::strtoull(number, nullptr, 10) : 1;
}

enum class Mode { kEager, kLazy, kTellsTooMuch };

json Play(const Events& events, Mode mode) {
  PushedWorld world;
  world.settles_all = mode != Mode::kLazy;
  world.server.tells_too_much = mode == Mode::kTellsTooMuch;
  json answers = json::array();
  for (const json& event : events)
    answers.push_back(RunEvent(world, event));
  world.SettleAll();
  for (const std::string& ref : world.ledger.Refs())
    EXPECT_EQ(world.ledger.Tip(ref)->value, world.server.ReadRef(ref)) << ref;
  EXPECT_EQ(world.ledger.Verify(), std::vector<std::string>());
  return answers;
}

/// The number of the first event with another answer, or -1.
int FirstDifference(const json& ours, const json& model) {
  for (size_t i = 0; i < ours.size(); ++i) {
    json theirs = model.at(i);
    if (theirs.is_object())
      theirs.erase("why");
    if (ours.at(i) != theirs)
      return static_cast<int>(i);
  }
  return -1;
}

/// Whether the first difference is one where the program accepts.
bool AcceptsMore(const json& ours, const json& model, int where) {
  if (where < 0)
    return false;
  const json& answer = ours.at(static_cast<size_t>(where));
  const json& theirs = model.at(static_cast<size_t>(where));
  if (!answer.is_object() || !answer.contains("answers"))
    return true;
  for (size_t i = 0; i < answer.at("answers").size(); ++i)
    if (answer.at("answers").at(i) != theirs.at("answers").at(i))
      return answer.at("answers").at(i).get<bool>();
  return true;
}

bool Fails(const Events& events, Mode mode) {
  const json ours = Play(events, mode);
  const json model = AskPythonModel({events}).at(0);
  const int where = FirstDifference(ours, model);
  return mode == Mode::kEager ? where >= 0 : AcceptsMore(ours, model, where);
}

/// Leaves out events as long as it still fails.
Events Shrink(Events events, Mode mode) {
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (size_t i = events.size(); i-- > 0;) {
      Events fewer = events;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      try {
        if (!Fails(fewer, mode))
          continue;
      } catch (const std::exception&) {
        continue;
      }
      events = std::move(fewer);
      shorter = true;
    }
  }
  return events;
}

std::string Show(const Events& events, Mode mode) {
  const json ours = Play(events, mode);
  const json model = AskPythonModel({events}).at(0);
  std::string text;
  for (size_t i = 0; i < events.size(); ++i) {
    text += events[i].dump() + "\n";
    if (!ours.at(i).is_null())
      text += "    ours:  " + ours.at(i).dump() +
              "\n    model: " + model.at(i).dump() + "\n";
  }
  return text;
}

void ExpectAgreement(Mode mode, const Chances& chances) {
  if (ModelFolder().empty())
    GTEST_SKIP() << "no model: WINDOW_MODEL names no folder";
  constexpr int kBatch = 500;
  int failures = 0;
  long accepted = 0, asked = 0;
  for (int first = 0; first < Sequences(); first += kBatch) {
    std::vector<Events> batch;
    for (int i = first; i < std::min(first + kBatch, Sequences()); ++i)
      batch.push_back(
          MakeSequence(FirstSeed() + static_cast<uint64_t>(i), chances));
    const std::vector<json> models = AskPythonModel(batch);
    for (size_t i = 0; i < batch.size(); ++i) {
      const json ours = Play(batch[i], mode);
      for (const json& answer : ours)
        if (answer.is_object() && answer.contains("yes")) {
          ++asked;
          accepted += answer.at("yes").get<bool>();
        }
      const int where = FirstDifference(ours, models[i]);
      const bool fails = mode == Mode::kEager
                             ? where >= 0
                             : AcceptsMore(ours, models[i], where);
      if (!fails)
        continue;
      ADD_FAILURE() << "seed " << FirstSeed() + static_cast<uint64_t>(first) + i
                    << "\n"
                    << Show(Shrink(batch[i], mode), mode);
      if (++failures == 3)
        return;
    }
  }
  printf("%ld of %ld pushes accepted\n", accepted, asked);
}

TEST(WindowModel, AgreesWithEveryDecision) {
  ExpectAgreement(Mode::kEager, {});
}

TEST(WindowModel, AgreesWhereNothingGoesWrong) {
  ExpectAgreement(Mode::kEager,
                  {.races = false, .clocks = false, .hands = false});
}

TEST(WindowModel, AcceptsWhatIsAcceptedWithoutSettlingEverything) {
  ExpectAgreement(Mode::kLazy, {});
}

TEST(WindowModel, AcceptsWhatIsAcceptedWhereMergesAreToldTooLarge) {
  ExpectAgreement(Mode::kTellsTooMuch, {});
}

}  // namespace
}  // namespace commitgate::testing
