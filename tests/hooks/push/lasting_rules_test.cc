// SPDX-License-Identifier: MIT
#include "hooks/push/lasting_rules.h"

#include <gtest/gtest.h>

#include "tests/hooks/project/project_repository.h"

namespace commitgate::testing {
namespace {

constexpr char kPolicy[] =
    "extends = \"none\"\n[roster]\nsource = \"README.md\"\n"
    "[[refs]]\nmatch = \"refs/heads/free\"\nrules = \"none\"\n"
    "[[refs]]\nmatch = \"refs/heads/*\"\n"
    "[[refs]]\nmatch = \"refs/tags/*\"\n";
constexpr char kPolicyWithoutPeople[] =
    "extends = \"none\"\n[roster]\nsource = \"people:README.md\"\n"
    "[[refs]]\nmatch = \"refs/heads/*\"\n";
constexpr char kMain[] = "refs/heads/main";
constexpr char kNobody[] =
    "afterwards nobody could tell who the people of the project are";
constexpr char kNoPolicy[] =
    "the policy of this server is on this ref, and would not load";

class LastingRulesTest : public ::testing::Test {
 protected:
  LastingRulesTest() {
    repository_.Add("main", "doc: x", {},
                    {{"README.md", ReadmeOf({"ann"})}, {"gate.toml", kPolicy}});
    repository_.Add("next", "doc: x", {"main"},
                    {{"README.md", ReadmeOf({"bob"})}, {"gate.toml", kPolicy}});
    repository_.Add("no roster", "doc: x", {"main"}, {{"gate.toml", kPolicy}});
    repository_.Add("bad policy", "doc: x", {"main"},
                    {{"README.md", ReadmeOf({"ann"})}, {"gate.toml", "x = "}});
    repository_.Add("new source", "doc: x", {"main"},
                    {{"TEAM.md", ReadmeOf({"ann"})},
                     {"gate.toml",
                      "extends = \"none\"\n[roster]\nsource = \"TEAM.md\"\n"}});
    repository_.Add("nobody", "doc: x", {"main"},
                    {{"README.md", ReadmeOf({"ann"})},
                     {"gate.toml", kPolicyWithoutPeople}});
    for (const char* ref : {kMain, "refs/heads/free", "refs/tags/v1"})
      repository_.SetRef(ref, "main");
    repository_.Git({"config", "commitgate.policy", "main:gate.toml"});
  }

  /// The first lines of what is refused; `to` may be nothing.
  std::vector<std::string> Refusals(const std::string& ref,
                                    const std::string& to,
                                    bool is_refused_already = false) const {
    const Served served = Served::OfHook(
        Environment({{"GIT_DIR", repository_.path() + "/.git"}}));
    Candidate candidate{.update = {ref, repository_["main"], {}},
                        .policy = served.policy.policy.push.Find(ref)};
    if (!to.empty())
      candidate.update.target = repository_[to];
    if (is_refused_already)
      candidate.refusals.push_back({"already"});
    KeepRulesReadable(candidate, served);
    std::vector<std::string> lines;
    for (const Remark& refusal : candidate.refusals)
      lines.push_back(refusal.what);
    return lines;
  }

  using Lines = std::vector<std::string>;
  ProjectRepository repository_;
};

TEST_F(LastingRulesTest, LetsThemChange) {
  EXPECT_EQ(Refusals(kMain, "next"), Lines{});
  EXPECT_EQ(Refusals(kMain, "main"), Lines{});
}

TEST_F(LastingRulesTest, RefusesToLoseThem) {
  EXPECT_EQ(Refusals(kMain, "no roster"), Lines{kNobody});
  EXPECT_EQ(Refusals(kMain, "bad policy"), Lines{kNoPolicy});
}

TEST_F(LastingRulesTest, RefusesToDeleteThem) {
  EXPECT_EQ(Refusals(kMain, ""), (Lines{kNoPolicy, kNobody}));
  EXPECT_EQ(Refusals("refs/heads/free", ""), Lines{});
  EXPECT_EQ(Refusals("refs/tags/v1", ""), Lines{});
}

TEST_F(LastingRulesTest, RefusesAPolicyThatNamesNobody) {
  EXPECT_EQ(Refusals(kMain, "nobody"), Lines{kNobody});
  EXPECT_EQ(Refusals("refs/heads/free", "nobody"), Lines{});
  repository_.SetRef("refs/heads/people", "next");
  EXPECT_EQ(Refusals(kMain, "nobody"), Lines{});
}

TEST_F(LastingRulesTest, LetsAPolicyAndItsPeopleMoveTogether) {
  EXPECT_EQ(Refusals(kMain, "new source"), Lines{});
}

TEST_F(LastingRulesTest, LooksOnlyWhereTheyAre) {
  EXPECT_EQ(Refusals("refs/heads/x", "bad policy"), Lines{});
  EXPECT_EQ(Refusals("refs/heads/free", "no roster"), Lines{});
  EXPECT_EQ(Refusals("refs/tags/v1", "no roster"), Lines{});
}

TEST_F(LastingRulesTest, SaysNothingOfWhatIsRefusedAnyway) {
  EXPECT_EQ(Refusals(kMain, "no roster", true), Lines{"already"});
}

}  // namespace
}  // namespace commitgate::testing
