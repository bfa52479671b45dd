// SPDX-License-Identifier: MIT
#include "hooks/push/branch_projects.h"

#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/hooks/project/project_repository.h"
#include "validator/engine/load_policy.h"
#include "validator/error.h"
#include "validator/people/roster.h"

namespace commitgate::testing {
namespace {

constexpr Needs kRoster = static_cast<Needs>(Need::kRoster);
constexpr int64_t kNow = 1'700'000'000;

constexpr char kPolicy[] = R"(extends = "none"
[roster]
source = "README.md"
logins = { b0b = "bob" }
[[refs]]
match = "refs/heads/free/*"
rules = "none"
[[refs]]
match = "refs/heads/**"
[[refs]]
match = "refs/tags/*"
)";

class BranchProjectsTest : public ::testing::Test {
 protected:
  BranchProjectsTest() {
    repository_.Add("main", "doc: x", {}, {{"README.md", ReadmeOf({"ann"})}});
    repository_.Add("same", "doc: y", {},
                    {{"README.md", ReadmeOf({"ann"})}, {"x", ""}});
    repository_.Add("line", "doc: x", {}, {{"README.md", ReadmeOf({"bob"})}});
    repository_.SetRef("refs/heads/main", "main");
    repository_.SetRef("refs/heads/same", "same");
    repository_.SetRef("refs/heads/line", "line");
    repository_.SetRef("refs/heads/free/x", "line");
    repository_.SetRef("refs/tags/v1", "line");
  }

  Candidate To(const std::string& ref) const {
    return {.update = {ref, {}, {}}, .policy = policy_.push.Find(ref)};
  }

  const Views& At(const std::string& ref, Needs needs = kRoster) {
    return projects_.ViewsFor(To(ref), needs);
  }

  std::string Logins(const std::string& ref) {
    std::string logins;
    for (const Member& member : At(ref).roster->members())
      logins += member.login;
    return logins;
  }

  ProjectRepository repository_;
  const Policy policy_ =
      LoadPolicy("p.toml", kPolicy, {Catalog(), Presets(), {}});
  const Repository opened_ = repository_.Open();
  const Identity identity_{.pusher = Pusher{"unix", "b0b"}};
  const GateInput input_{.repository = opened_,
                         .policy = policy_,
                         .identity = identity_,
                         .now = kNow};
  RefSnapshot refs_{opened_};
  BranchProjects projects_{input_, refs_};
};

TEST_F(BranchProjectsTest, TellsWhatEachBranchSays) {
  EXPECT_EQ(Logins("refs/heads/main"), "ann");
  EXPECT_EQ(Logins("refs/heads/line"), "bob");
  EXPECT_EQ(Logins("refs/heads/new"), "ann");
}

TEST_F(BranchProjectsTest, BelievesNoTagsAndNothingFree) {
  EXPECT_EQ(Logins("refs/heads/free/x"), "ann");
  EXPECT_EQ(Logins("refs/tags/v1"), "ann");
}

TEST_F(BranchProjectsTest, TellsWhoPushesAndWhen) {
  EXPECT_EQ(At("refs/heads/main").pusher, "bob");
  EXPECT_EQ(At("refs/heads/main").now, kNow);
  const Identity nobody;
  const GateInput input{
      .repository = opened_, .policy = policy_, .identity = nobody};
  BranchProjects projects(input, refs_);
  const Views& views = projects.ViewsFor(To("refs/heads/main"), kRoster);
  EXPECT_EQ(views.pusher, std::nullopt);
  EXPECT_EQ(views.now, std::nullopt);
}

TEST_F(BranchProjectsTest, IsTheSameWhereTheFilesAndTheirHistoryAreTheSame) {
  const Views* main = &At("refs/heads/main");
  EXPECT_EQ(&At("refs/heads/new"), main);
  EXPECT_EQ(&At("refs/heads/main", kRoster | static_cast<Needs>(Need::kNow)),
            main);
  EXPECT_NE(&At("refs/heads/line"), main);
  EXPECT_NE(&At("refs/heads/main", 0), main);
  EXPECT_EQ(At("refs/heads/main", 0).roster, nullptr);
}

TEST_F(BranchProjectsTest, ReadsOnceWhatSeveralBranchesSay) {
  EXPECT_EQ(At("refs/heads/same").roster, At("refs/heads/main").roster);
  EXPECT_NE(At("refs/heads/line").roster, At("refs/heads/main").roster);
}

TEST_F(BranchProjectsTest, TellsFormerPeopleOfEachBranchByItself) {
  repository_.Add("went", "doc: let bob go", {"line"},
                  {{"README.md", ReadmeOf({"ann"})}});
  repository_.SetRef("refs/heads/other", "went");
  const auto removal = [&](const std::string& ref) {
    return At(ref).roster_history->FindRemoval("bob@example.com");
  };
  EXPECT_FALSE(removal("refs/heads/main"));
  ASSERT_TRUE(removal("refs/heads/other"));
  EXPECT_EQ(removal("refs/heads/other")->title, "doc: let bob go");
  EXPECT_FALSE(removal("refs/heads/same"));
  EXPECT_EQ(At("refs/heads/other").roster, At("refs/heads/main").roster);
}

TEST_F(BranchProjectsTest, LooksBackUntilTheDeadline) {
  repository_.Add("next", "doc: y", {"same"}, {{"README.md", ReadmeOf({"b"})}});
  repository_.SetRef("refs/heads/next", "next");
  const GateInput input{.repository = opened_,
                        .policy = policy_,
                        .identity = identity_,
                        .is_late = [] { return true; }};
  BranchProjects projects(input, refs_);
  const Views& views = projects.ViewsFor(
      To("refs/heads/next"), kRoster | static_cast<Needs>(Need::kChanges));
  EXPECT_THROW(views.roster_history->FindRemoval("eve@example.com"), Error);
  const Commit next = repository_.Read("next");
  const auto changes = views.repository->ChangesOf(next);
  EXPECT_THROW(changes->SubsystemsOf({"README.md"}, 1), Error);
}

TEST_F(BranchProjectsTest, RemembersThatARosterIsBroken) {
  repository_.Add("broken", "doc: x", {}, {{"README.md", "nobody\n"}});
  repository_.SetRef("refs/heads/broken", "broken");
  const auto why = [&] {
    return projects_.PushersMembership(To("refs/heads/broken")).why_none;
  };
  const std::string first = why();
  EXPECT_TRUE(first.starts_with("README.md")) << first;
  EXPECT_EQ(why(), first);
  EXPECT_THROW(At("refs/heads/broken"), Error);
}

TEST_F(BranchProjectsTest, KnowsThePushersGroups) {
  const auto groups = [&](const std::string& ref) {
    return projects_.PushersMembership(To(ref)).groups;
  };
  using Groups = std::vector<std::string>;
  EXPECT_EQ(groups("refs/heads/line"), Groups{"collaborators"});
  EXPECT_EQ(groups("refs/heads/main"), Groups{});
  EXPECT_EQ(groups("refs/heads/free/x"), Groups{});
}

TEST_F(BranchProjectsTest, NotesOnceWhatIsMissing) {
  At("refs/heads/main");
  EXPECT_EQ(projects_.Notes(), std::vector<std::string>{});
  Policy policy = LoadPolicy("p.toml", kPolicy, {Catalog(), Presets(), {}});
  policy.people.roster = "NONE";
  const GateInput input{
      .repository = opened_, .policy = policy, .identity = identity_};
  BranchProjects projects(input, refs_);
  projects.ViewsFor(To("refs/heads/main"), kRoster);
  projects.ViewsFor(To("refs/heads/line"),
                    kRoster | static_cast<Needs>(Need::kNow));
  EXPECT_EQ(projects.Notes(), std::vector<std::string>{
                                  "there is no roster 'NONE' yet, rules that "
                                  "ask for it are skipped"});
}

}  // namespace
}  // namespace commitgate::testing
