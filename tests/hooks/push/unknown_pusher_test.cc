// SPDX-License-Identifier: MIT
#include "hooks/push/unknown_pusher.h"

#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/hooks/project/project_repository.h"
#include "validator/engine/load_policy.h"

namespace commitgate::testing {
namespace {

using Texts = std::vector<std::string>;

const Identity kNobody{.why_nobody = "no \x1b user"};
const Identity kAnn{.pusher = Pusher{"unix", "ann"}};

/// A project where Ann is, and what becomes of pushes to it.
class UnknownPusherTest : public ::testing::Test {
 protected:
  UnknownPusherTest() {
    repository_.Add("main", "doc: x\n", {}, {{"README.md", ReadmeOf({"ann"})}});
    repository_.Add("one", "doc: one\n", {"main"}, {});
    repository_.SetRef("refs/heads/main", "main");
  }

  /// What is said of a push of `to`: refusals, and notes behind `note: `.
  Texts Pass(const Identity& identity, const std::string& to = "one",
             bool judges_messages = true) const {
    const Policy policy =
        LoadPolicy("p.toml", policy_, {Catalog(), Presets(), {}});
    const Repository opened = repository_.Open();
    const std::string ref = "refs/heads/main";
    std::vector<Candidate> candidates{
        {.update = {ref, repository_["main"], repository_[to]},
         .policy = policy.push.Find(ref)}};
    const Texts notes =
        PassGates(candidates, {.repository = opened,
                               .policy = policy,
                               .identity = identity,
                               .judges_messages = judges_messages});
    Texts said;
    for (const Remark& remark : candidates.front().refusals) {
      said.push_back(remark.what);
      said.insert(said.end(), remark.more.begin(), remark.more.end());
    }
    for (const std::string& note : notes)
      said.push_back("note: " + note);
    return said;
  }

  void SetPolicy(const std::string& level, const std::string& roster) {
    policy_ = "extends = \"none\"\n[rules]\nlander-reviewed = \"" + level +
              "\"\n" + roster + "[[refs]]\nmatch = \"refs/heads/*\"\n";
  }

  ProjectRepository repository_;
  std::string policy_;
};

constexpr char kRoster[] = "[roster]\nsource = \"README.md\"\n";

TEST_F(UnknownPusherTest, IsRefusedWhereARuleIsAboutThem) {
  SetPolicy("error", kRoster);
  EXPECT_EQ(Pass(kNobody),
            (Texts{"'lander-reviewed' cannot be judged, for nobody knows who "
                   "pushes",
                   "no \\x1b user"}));
}

TEST_F(UnknownPusherTest, IsRefusedWithALoginOfSomebodyElse) {
  SetPolicy("error", std::string(kRoster) + "logins = { a = \"ann\" }\n");
  EXPECT_EQ(Pass(kAnn),
            (Texts{"'lander-reviewed' cannot be judged, for nobody knows who "
                   "pushes",
                   "'ann' is somebody else's login in [roster] logins"}));
}

TEST_F(UnknownPusherTest, IsNotedWhereARuleOnlyWarns) {
  SetPolicy("warning", kRoster);
  EXPECT_EQ(Pass(kNobody),
            Texts{"note: 'lander-reviewed' is skipped, for nobody knows who "
                  "pushes: no \x1b user"});
}

TEST_F(UnknownPusherTest, IsNoMatterWhereNoRuleAsks) {
  const struct {
    const char* what;
    std::string level;
    std::string roster;
    std::string to = "one";
    bool judges_messages = true;
  } kCases[] = {
      {.what = "the rule is off", .level = "off", .roster = kRoster},
      {.what = "nobody could be found", .level = "error", .roster = ""},
      {"nothing is pushed", "error", kRoster, "main"},
      {"messages are not judged", "error", kRoster, "one", false},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    SetPolicy(test.level, test.roster);
    EXPECT_EQ(Pass(kNobody, test.to, test.judges_messages), Texts{});
  }
}

TEST_F(UnknownPusherTest, IsNoLongerWhoIsKnown) {
  SetPolicy("error", kRoster);
  const Texts said = Pass(kAnn);
  ASSERT_FALSE(said.empty());
  EXPECT_NE(said.front().find("doc: one"), std::string::npos);
}

}  // namespace
}  // namespace commitgate::testing
