// SPDX-License-Identifier: MIT
#include "hooks/push/refs_gate.h"

#include <gtest/gtest.h>

#include "tests/hooks/project/project_repository.h"
#include "tests/hooks/push/pushed_repository.h"
#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kPolicy = R"(
[groups]
backporters = ["alice", "bob"]

[[refs]]
match = "refs/heads/*-staging"
pushers = ["@backporters", "carol"]

[[refs]]
match = "refs/heads/closed"
pushers = []

[[refs]]
match = "refs/heads/topic/**"
rules = "none"

[[refs]]
match = "refs/heads/**"

[[refs]]
match = "refs/tags/*"

[[refs]]
match = "refs/notes/*"
)";

const std::string kOpened =
    "    it opens refs/heads/*-staging, refs/heads/closed, "
    "refs/heads/topic/**, refs/heads/**, refs/tags/*, refs/notes/*";

class RefsGateTest : public ::testing::Test {
 protected:
  RefsGateTest() {
    repository_.Good("a");
    repository_.Good("b", {"a"});
    repository_.SetRef("refs/heads/main", "a");
  }

  Lines Pass(const Push& push, const GateSetting& setting = {}) const {
    return Gates(repository_, PolicyOf(kPolicy), {push}, setting);
  }

  /// A tag object.
  void Tag(const std::string& name, const std::string& target,
           const std::string& type) {
    repository_.Name(
        name, repository_.Git(
                  {"mktag"}, "object " + repository_[target].Hex() + "\ntype " +
                                 type + "\ntag " + name +
                                 "\ntagger T <t@example.com> 0 +0000\n\n"));
  }

  PushedRepository repository_;
};

TEST_F(RefsGateTest, LetsThroughWhatThePolicyOpens) {
  repository_.SetRef("refs/heads/topic/x", "a");
  const Push kPushes[] = {
      {"refs/heads/main", "a", "b"},   {"refs/heads/main", "a", ""},
      {"refs/heads/main", "a", "a"},   {"refs/heads/new", "", "b"},
      {"refs/heads/none", "", ""},     {"refs/heads/topic/x", "a", "b"},
      {"refs/heads/topic/y", "", "b"}, {"refs/tags/v1", "", "b"},
      {"refs/notes/commits", "", "b"}, {"refs/heads/v1-staging", "", "b"},
      {"refs/heads/topic/x", "a", ""},
  };
  for (const Push& push : kPushes) {
    SCOPED_TRACE(push.ref);
    EXPECT_EQ(Pass(push), Lines{push.ref});
  }
}

TEST_F(RefsGateTest, RefusesNamesThatThePolicyDoesNotOpen) {
  for (const std::string ref :
       {"refs/meta/config", "refs/for/main", "refs/pull/1/head", "refs/x",
        "refs/tags/a/b", "refs/notes/a/b", "refs/Heads/main", "refs/remotes/x",
        "refs/replacement/x"}) {
    SCOPED_TRACE(ref);
    EXPECT_EQ(Pass({ref, "", "b"}),
              (Lines{ref,
                     "- the policy of this server opens no refs of this name "
                     "to pushes",
                     kOpened}));
  }
}

TEST_F(RefsGateTest, RefusesEverythingWhereThePolicyOpensNothing) {
  Policy policy = PolicyOf("");
  policy.push.refs.clear();
  EXPECT_EQ(Gates(repository_, policy, {{"refs/heads/main", "a", "b"}}),
            (Lines{"refs/heads/main",
                   "- the policy of this server opens no refs to pushes"}));
}

TEST_F(RefsGateTest, RefusesReservedNamesInWordsOfTheirOwn) {
  EXPECT_EQ(Pass({"refs/replace/" + repository_["a"].Hex(), "", "b"}),
            (Lines{"refs/replace/<a>",
                   "- replacements make git show other commits than there "
                   "are, they are never taken"}));
  EXPECT_EQ(Pass({"refs/commitgate/kept/1", "", "b"}),
            (Lines{"refs/commitgate/kept/1",
                   "- this is where commitgate keeps what it needs itself"}));
}

TEST_F(RefsGateTest, RefusesReservedNamesWhateverThePolicyOpens) {
  const Policy policy = PolicyOf(
      "[[refs]]\nmatch = \"refs/**\"\n"
      "rules = \"none\"\n");
  for (const std::string ref : {"refs/replace/x", "refs/commitgate/x"}) {
    SCOPED_TRACE(ref);
    EXPECT_EQ(Gates(repository_, policy, {{ref, "", "b"}}).size(), 2u);
  }
}

TEST_F(RefsGateTest, RefusesPushesToAnAlias) {
  repository_.Git({"symbolic-ref", "refs/heads/alias", "refs/heads/main"});
  EXPECT_EQ(
      Pass({"refs/heads/alias", "a", "b"}),
      (Lines{"refs/heads/alias", "- this is another name of 'refs/heads/main'",
             "    push to 'refs/heads/main' instead"}));
  repository_.Git(
      {"symbolic-ref", "refs/heads/topic/alias", "refs/heads/main"});
  EXPECT_EQ(Pass({"refs/heads/topic/alias", "a", ""}),
            (Lines{"refs/heads/topic/alias",
                   "- this is another name of 'refs/heads/main'",
                   "    push to 'refs/heads/main' instead"}));
}

TEST_F(RefsGateTest, BelievesNoClaimOfWhatTheRefIs) {
  const struct {
    const char* what;
    Push push;
    std::string refusal;
  } kCases[] = {
      {"a deletion as of nothing",
       {"refs/heads/main", "", ""},
       "the ref is at <a>, the push says that it does not exist"},
      {"an update as a creation",
       {"refs/heads/main", "", "b"},
       "the ref is at <a>, the push says that it does not exist"},
      {"a made-up value",
       {"refs/heads/main", "b", "b"},
       "the ref is at <a>, the push says that it is at <b>"},
      {"a deletion of a made-up value",
       {"refs/heads/main", "tree", ""},
       "the ref is at <a>, the push says that it is at <tree>"},
      {"an update of nothing",
       {"refs/heads/new", "a", "b"},
       "the ref does not exist, the push says that it is at <a>"},
      {"a free branch",
       {"refs/heads/topic/new", "a", "b"},
       "the ref does not exist, the push says that it is at <a>"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Pass(test.push), (Lines{test.push.ref, "- " + test.refusal,
                                      "    fetch, and push again"}));
  }
}

TEST_F(RefsGateTest, LooksAtNothingElseWhereTheClaimIsWrong) {
  repository_.Bad("bad", {"a"});
  EXPECT_EQ(Pass({"refs/heads/main", "b", "bad"}).size(), 3u);
}

TEST_F(RefsGateTest, AsksWhoPushes) {
  const auto as = [](std::string id) {
    return GateSetting{.identity = {.pusher = Pusher{"unix", std::move(id)},
                                    .why_nobody = {},
                                    .delegate = {}}};
  };
  const Push push{"refs/heads/v1-staging", "", "b"};
  EXPECT_EQ(Pass(push, as("bob")), Lines{push.ref});
  EXPECT_EQ(Pass(push, as("carol")), Lines{push.ref});
  for (const char* who : {"mallory", "@backporters", "Alice", "alice2"}) {
    SCOPED_TRACE(who);
    EXPECT_EQ(Pass(push, as(who)),
              (Lines{push.ref, "- '" + std::string(who) + "' may not push here",
                     "    who may: @backporters, carol"}));
  }
  EXPECT_EQ(Pass({"refs/heads/closed", "", "b"}),
            (Lines{"refs/heads/closed", "- 'alice' may not push here",
                   "    who may: nobody"}));
}

TEST_F(RefsGateTest, RefusesNobodyOnlyWhereItMatters) {
  const GateSetting nobody{
      .identity = {.why_nobody = "GL_USER is not set\n", .delegate = {}}};
  EXPECT_EQ(Pass({"refs/heads/main", "a", "b"}, nobody),
            Lines{"refs/heads/main"});
  EXPECT_EQ(
      Pass({"refs/heads/v1-staging", "", "b"}, nobody),
      (Lines{"refs/heads/v1-staging",
             "- not everybody may push here, and nobody knows who pushes",
             "    GL_USER is not set\\n", "    who may: @backporters, carol"}));
}

TEST_F(RefsGateTest, WantsCommitsInTheEnd) {
  repository_.Name("blob",
                   repository_.Git({"hash-object", "-w", "--stdin"}, "x"));
  Tag("tag", "b", "commit");
  Tag("tag.of.tag", "tag", "tag");
  Tag("tag.of.tree", "tree", "tree");
  const struct {
    Push push;
    std::string refusal;
  } kCases[] = {
      {{"refs/heads/x", "", "blob"}, "<blob> comes to a blob, wanted a commit"},
      {{"refs/heads/x", "", "tree"}, "<tree> comes to a tree, wanted a commit"},
      {{"refs/heads/x", "", "tag"},
       "<tag> is a tag object, wanted the commit <b> itself"},
      {{"refs/heads/x", "", "tag.of.tree"},
       "<tag.of.tree> comes to a tree, wanted a commit"},
      {{"refs/notes/x", "", "blob"}, "<blob> comes to a blob, wanted a commit"},
      {{"refs/tags/x", "", "blob"}, "<blob> comes to a blob, wanted a commit"},
      {{"refs/tags/x", "", "tag.of.tree"},
       "<tag.of.tree> comes to a tree, wanted a commit"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.refusal);
    EXPECT_EQ(Pass(test.push), (Lines{test.push.ref, "- " + test.refusal}));
  }
  for (const char* name : {"b", "tag", "tag.of.tag"})
    EXPECT_EQ(Pass({"refs/tags/x", "", name}), Lines{"refs/tags/x"});
}

TEST_F(RefsGateTest, NamesObjectsThatAreNotThere) {
  repository_.Name("gone", std::string(40, '1'));
  for (const std::string ref : {"refs/heads/x", "refs/tags/x"}) {
    const Lines lines = Pass({ref, "", "gone"});
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_NE(lines[1].find("<gone>"), std::string::npos) << lines[1];
  }
}

TEST_F(RefsGateTest, AsksTheRosterOfTheBranchForItsGroups) {
  constexpr char kRoster[] = R"(
[roster]
source = "README.md"
[[refs]]
match = "refs/heads/*"
pushers = ["@collaborators"]
)";
  const auto commit = [&](const std::string& name, const char* login) {
    const std::string blob =
        repository_.Git({"hash-object", "-w", "--stdin"}, ReadmeOf({login}));
    repository_.Name("tree", repository_.Git({"mktree"}, "100644 blob " + blob +
                                                             "\tREADME.md\n"));
    repository_.Good(name);
    repository_.SetRef("refs/heads/" + name, name);
  };
  commit("of.alice", "alice");
  commit("of.bob", "bob");
  const auto pass = [&](const Push& push) {
    return Gates(repository_, PolicyOf(kRoster), {push});
  };
  EXPECT_EQ(pass({"refs/heads/of.alice", "of.alice", "of.bob"}),
            Lines{"refs/heads/of.alice"});
  EXPECT_EQ(pass({"refs/heads/of.bob", "of.bob", "of.alice"}),
            (Lines{"refs/heads/of.bob", "- 'alice' may not push here",
                   "    who may: @collaborators",
                   "    'alice' is not in the roster 'README.md'"}));
}

TEST_F(RefsGateTest, EscapesNames) {
  for (const std::string& text : HostileTexts())
    for (const Candidate& candidate : PassedGates(
             repository_, PolicyOf(kPolicy), {{"refs/" + text, "", "b"}}))
      for (const Remark& remark : candidate.refusals)
        EXPECT_EQ(remark.what.find_first_of("\n\r\x1b\x07"), std::string::npos);
}

}  // namespace
}  // namespace commitgate::testing
