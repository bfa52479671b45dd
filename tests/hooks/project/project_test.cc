// SPDX-License-Identifier: MIT
#include "hooks/project/project.h"

#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/hooks/project/project_repository.h"
#include "validator/engine/load_policy.h"
#include "validator/error.h"
#include "validator/people/mailmap.h"
#include "validator/people/owners.h"
#include "validator/people/roster.h"

namespace commitgate::testing {
namespace {

constexpr Needs kNothing = 0;
constexpr Needs kRoster = static_cast<Needs>(Need::kRoster);
constexpr Needs kMailmap = static_cast<Needs>(Need::kMailmap);
constexpr Needs kOwners = static_cast<Needs>(Need::kOwners);
constexpr Needs kPeople = kRoster | kOwners;

constexpr char kRenamed[] = "Ann <ann@example.com> <old@example.com>\n";

Policy PolicyOf(const std::string& toml) {
  return LoadPolicy("p.toml", "extends = \"none\"\n" + toml,
                    {Catalog(), Presets(), {}});
}

class ProjectTest : public ::testing::Test {
 protected:
  ProjectTest() {
    repository_.Add("main", "doc: x", {},
                    {{"README.md", ReadmeOf({"ann"})},
                     {".mailmap", kRenamed},
                     {"OWNERS", "* @ann\n"}});
    repository_.Add("line", "doc: x", {}, {{"README.md", ReadmeOf({"bob"})}});
    repository_.Add("bare", "doc: x", {}, {{"x", ""}});
    repository_.Add("broken", "doc: x", {}, {{"README.md", "nobody\n"}});
    repository_.SetRef("refs/heads/main", "main");
  }

  Project OnBranch(Needs needs, const std::string& before = "main") const {
    return Project::OfBranch(policy_, needs, opened_, repository_[before]);
  }

  Project InWorkTree(Needs needs) const {
    return Project::OfWorkTree(policy_, needs, repository_.path(),
                               [this] { return repository_.Open(); });
  }

  static std::string Logins(const Project& project) {
    std::string logins;
    if (project.views().roster)
      for (const Member& member : project.views().roster->members())
        logins += member.login;
    return logins;
  }

  static std::string Resolved(const Project& project) {
    return std::string(
        project.views().mailmap->Resolve({"Old", "old@example.com"}).email);
  }

  static std::string ErrorOf(const std::function<Project()>& make) {
    try {
      make();
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  ProjectRepository repository_;
  const Repository opened_ = repository_.Open();
  Policy policy_ = PolicyOf(
      "[roster]\nsource = \"README.md\"\n[owners]\nsource = \"OWNERS\"\n"
      "[groups]\nbackporters = [\"ann\"]\n");
};

TEST_F(ProjectTest, TellsWhatTheRulesNeed) {
  for (const bool is_local : {false, true}) {
    SCOPED_TRACE(is_local);
    const Project project = is_local ? InWorkTree(kPeople) : OnBranch(kPeople);
    EXPECT_EQ(Logins(project), "ann");
    EXPECT_EQ(Resolved(project), "ann@example.com");
    MatchingEffort effort;
    EXPECT_EQ(project.views().owners->OfPath("x", effort).size(), 1u);
    EXPECT_NE(project.views().roster_history, nullptr);
    EXPECT_NE(project.views().repository, nullptr);
    EXPECT_EQ(project.views().teams->count("backporters"), 1u);
    EXPECT_EQ(project.views().pusher, std::nullopt);
    EXPECT_EQ(project.views().now, std::nullopt);
    EXPECT_EQ(project.note(), "");
  }
}

TEST_F(ProjectTest, ReadsNothingThatTheyDoNotNeed) {
  policy_.people.roster = "gone";
  policy_.people.owners = "gone";
  const Project project = InWorkTree(kNothing);
  EXPECT_EQ(project.views().roster, nullptr);
  EXPECT_EQ(project.views().roster_history, nullptr);
  EXPECT_EQ(project.views().owners, nullptr);
  EXPECT_EQ(Resolved(project), "old@example.com");
  EXPECT_EQ(OnBranch(kNothing).note(), "");
}

TEST_F(ProjectTest, ReadsTheRosterForTheMailmapToo) {
  EXPECT_EQ(Logins(OnBranch(kMailmap)), "ann");
  policy_.people.roster.clear();
  EXPECT_EQ(Logins(OnBranch(kMailmap)), "");
  EXPECT_EQ(Resolved(OnBranch(kMailmap)), "ann@example.com");
}

TEST_F(ProjectTest, IsThatOfTheBranchElseOfHead) {
  EXPECT_EQ(Logins(OnBranch(kRoster, "line")), "bob");
  EXPECT_EQ(Logins(OnBranch(kRoster, "bare")), "ann");
  policy_.people.roster = "main:README.md";
  EXPECT_EQ(Logins(OnBranch(kRoster, "line")), "ann");
}

TEST_F(ProjectTest, IsThatOfTheWorkTree) {
  repository_.Write("README.md", ReadmeOf({"eve"}));
  EXPECT_EQ(Logins(InWorkTree(kRoster)), "eve");
  EXPECT_EQ(Logins(OnBranch(kRoster)), "ann");
}

TEST_F(ProjectTest, NotesWhatIsNotThereYet) {
  policy_.people.roster = "ROSTER.toml";
  EXPECT_EQ(OnBranch(kRoster).note(),
            "there is no roster 'ROSTER.toml' yet, rules that ask for it are "
            "skipped");
  policy_.people.owners = "NONE";
  EXPECT_EQ(OnBranch(kPeople).note(),
            "there is no roster 'ROSTER.toml' and no owners file 'NONE' yet, "
            "rules that ask for it are skipped");
}

TEST_F(ProjectTest, NotesWhichRulesAreSkipped) {
  policy_ = PolicyOf(
      "[roster]\nsource = \"NONE\"\nmailmap = \"NO\"\n"
      "[rules]\nreviewer-is-collaborator = \"error\"\n"
      "self-review = \"error\"\nowners-reviewed = \"off\"\n");
  EXPECT_EQ(OnBranch(kRoster).note(),
            "there is no roster 'NONE' and no mailmap 'NO' yet, rules that ask "
            "for it are skipped: reviewer-is-collaborator");
}

TEST_F(ProjectTest, CountsOnTheBranchThatThePolicyNames) {
  const auto error = [&] { return ErrorOf([&] { return OnBranch(kPeople); }); };
  policy_.people.roster = "main:NONE";
  EXPECT_EQ(error(),
            "reading the roster 'main:NONE', which [roster] source of the "
            "policy names: there is no such file");
  policy_.people.roster = "peple:README.md";
  EXPECT_EQ(error(),
            "reading the roster 'peple:README.md', which [roster] source of "
            "the policy names: there is no such branch");
  policy_.people.roster = "README.md";
  policy_.people.owners = "refs/heads/gone:OWNERS";
  EXPECT_EQ(error(),
            "reading the owners file 'refs/heads/gone:OWNERS', which [owners] "
            "source of the policy names: there is no such branch");
  policy_.people.owners.clear();
  policy_.people.mailmap = "main:NONE";
  EXPECT_EQ(error(), "no error");
  policy_.people.origins["mailmap"] = {};
  EXPECT_EQ(error(),
            "reading the mailmap 'main:NONE', which [roster] mailmap of the "
            "policy names: there is no such file");
}

TEST_F(ProjectTest, AsksForNobodyBeforeTheFirstPush) {
  policy_.people.roster = "people:README.md";
  const auto note = [&]() -> std::string {
    try {
      return Project::OfBranch(policy_, kRoster, repository_.Open(), {}).note();
    } catch (const Error& error) {
      return error.what();
    }
  };
  EXPECT_TRUE(note().starts_with("reading the roster")) << note();
  repository_.Git({"symbolic-ref", "HEAD", "refs/heads/unborn"});
  EXPECT_EQ(note(),
            "there is no roster 'people:README.md' yet, rules that ask for it "
            "are skipped");
  repository_.SetRef("refs/heads/people", "bare");
  EXPECT_TRUE(note().starts_with("reading the roster")) << note();
}

TEST_F(ProjectTest, FailsLocallyForWhatIsNotThere) {
  policy_.people.roster = "ROSTER.toml";
  EXPECT_EQ(ErrorOf([&] { return InWorkTree(kRoster); }),
            "reading the roster 'ROSTER.toml': there is no such file");
  policy_.people.owners = "NONE";
  EXPECT_EQ(ErrorOf([&] { return InWorkTree(kOwners); }),
            "reading the owners file 'NONE': there is no such file");
}

TEST_F(ProjectTest, AsksForAMailmapOnlyWhereThePolicyNamesOne) {
  policy_.people.mailmap = "NONE";
  EXPECT_EQ(Resolved(InWorkTree(kMailmap)), "old@example.com");
  EXPECT_EQ(OnBranch(kMailmap).note(), "");
  policy_.people.origins["mailmap"] = {};
  EXPECT_EQ(ErrorOf([&] { return InWorkTree(kMailmap); }),
            "reading the mailmap 'NONE': there is no such file");
}

TEST_F(ProjectTest, FailsForWhatCannotBeUnderstood) {
  repository_.Write("README.md", "nobody\n");
  EXPECT_TRUE(
      ErrorOf([&] { return InWorkTree(kRoster); }).starts_with("README.md"));
  EXPECT_TRUE(ErrorOf([&] {
                return OnBranch(kRoster, "broken");
              }).starts_with("README.md"));
}

TEST_F(ProjectTest, NeedsNoRepository) {
  repository_.Write("README.md", ReadmeOf({"eve"}));
  const Project project =
      Project::OfWorkTree(policy_, kRoster, repository_.path(), {});
  EXPECT_EQ(Logins(project), "eve");
  EXPECT_EQ(project.views().repository, nullptr);
  EXPECT_EQ(project.views().roster_history, nullptr);
}

TEST_F(ProjectTest, TellsWhoWasThereOnce) {
  repository_.Add("next", "doc: let ann go", {"main"},
                  {{"README.md", ReadmeOf({"bob"})}});
  for (const char* source : {"README.md", "main:README.md"}) {
    SCOPED_TRACE(source);
    policy_.people.roster = source;
    repository_.SetRef("refs/heads/main", "next");
    repository_.Write("README.md", ReadmeOf({"bob"}));
    for (const bool is_local : {false, true}) {
      SCOPED_TRACE(is_local);
      const Project project =
          is_local ? InWorkTree(kRoster) : OnBranch(kRoster, "next");
      const auto removal =
          project.views().roster_history->FindRemoval("ann@example.com");
      ASSERT_TRUE(removal);
      EXPECT_EQ(removal->title, "doc: let ann go");
      EXPECT_EQ(removal->commit, repository_["next"].Hex());
    }
  }
}

}  // namespace
}  // namespace commitgate::testing
