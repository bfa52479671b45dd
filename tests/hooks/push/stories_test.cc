// SPDX-License-Identifier: MIT
// Small histories with the answers that the window's specification wants.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/hooks/push/pushed_world.h"
#include "tests/hooks/push/python_model.h"

namespace commitgate::testing {
namespace {

using nlohmann::json;

std::vector<json> ReadStories(const std::string& path) {
  std::ifstream file(path);
  std::vector<json> stories;
  for (std::string line; std::getline(file, line);)
    stories.push_back(json::parse(line));
  return stories;
}

/// Every answer of a story as `time who yes`, and the same as it should be.
struct Told {
  std::vector<std::string> found;
  std::vector<std::string> wanted;
};

Told Tell(const json& story, bool settles_all) {
  PushedWorld world;
  world.settles_all = settles_all;
  Told told;
  for (json event : story.at("events")) {
    if (event.at("op") == "push" && !event.contains("id"))
      event["id"] = "push" + std::to_string(told.found.size());
    const json out = RunEvent(world, event);
    const std::string what =
        event.value("t", json()).dump() + " " + event.at("op").dump() + " ";
    if (event.contains("expect")) {
      told.found.push_back(what + out.at("yes").dump());
      told.wanted.push_back(what + event.at("expect").dump());
    }
    if (event.contains("moved")) {
      told.found.push_back(what + out.at("moved").at(0).at(1).dump());
      told.wanted.push_back(what + event.at("moved").dump());
    }
  }
  EXPECT_EQ(world.ledger.Verify(), std::vector<std::string>());
  return told;
}

void ExpectStories(const std::vector<json>& stories) {
  EXPECT_EQ(stories.size(), 56u);
  for (const json& story : stories)
    for (const bool settles_all : {false, true}) {
      SCOPED_TRACE(story.at("story").get<std::string>() +
                   (settles_all ? ", all settled" : ""));
      const Told told = Tell(story, settles_all);
      EXPECT_EQ(told.found, told.wanted);
    }
}

TEST(WindowStories, EndAsTheyShould) {
  ExpectStories(ReadStories("tests/data/window-stories.jsonl"));
}

TEST(WindowStories, OfTheModelEndAsTheyShould) {
  if (ModelFolder().empty())
    GTEST_SKIP() << "no model: WINDOW_MODEL names no folder";
  ExpectStories(ReadStories(ModelFolder() + "/stories.jsonl"));
}

}  // namespace
}  // namespace commitgate::testing
