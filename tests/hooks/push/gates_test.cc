// SPDX-License-Identifier: MIT
#include "hooks/push/gates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "hooks/push/told.h"
#include "tests/hooks/push/pushed_repository.h"
#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

class GatesTest : public ::testing::Test {
 protected:
  GatesTest() {
    repository_.Good("a");
    repository_.Good("b", {"a"});
    repository_.Bad("bad", {"a"});
    repository_.SetRef("refs/heads/main", "a");
  }

  Lines Pass(const std::vector<Push>& pushes, const GateSetting& setting = {}) {
    return Gates(repository_, PolicyOf(R"(
[[refs]]
match = "refs/heads/line"
only-from = "refs/heads/main"

[[refs]]
match = "refs/heads/*"
)"),
                 pushes, setting);
  }

  PushedRepository repository_;
};

TEST_F(GatesTest, LetGoodCommitsThrough) {
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "b"}}), Lines{"refs/heads/main"});
}

TEST_F(GatesTest, TellWhatIsWrongAndHowToMendIt) {
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "bad"}}),
            (Lines{
                "refs/heads/main",
                "- <bad> doc: a title too long, bad",
                "      1:21: error: title is 26 columns long, limit is 20 "
                "[title-length]",
                "          doc: a title too long, bad",
                "                              ^~~~~~",
                "- to reword the last commit, and then push again:",
                "      git commit --amend",
            }));
}

TEST_F(GatesTest, JudgeTheOtherRefsOfARefusedPush) {
  const Lines lines = Pass({{"refs/heads/other", "a", "bad"},
                            {"refs/heads/main", "a", "bad"},
                            {"refs/heads/good", "", "b"}});
  EXPECT_EQ(lines.front(), "refs/heads/other");
  EXPECT_EQ(lines[1],
            "- the ref does not exist, the push says that it is at <a>");
  EXPECT_EQ(lines[3], "refs/heads/main");
  EXPECT_EQ(lines[4], "- <bad> doc: a title too long, bad");
  EXPECT_EQ(lines.back(), "refs/heads/good");
}

TEST_F(GatesTest, TellHostileCommitsSafely) {
  for (const std::string& text : HostileTexts()) {
    SCOPED_TRACE(text);
    repository_.Commit("hostile", text + " and so on, too long\n" + text,
                       {"a"});
    const Policy policy = PolicyOf(
        "[output]\ngitlab = true\n"
        "[rules.line-after-title]\nlevel = \"error\"\n"
        "[rules.message-hygiene]\nlevel = \"error\"\n"
        "[[refs]]\nmatch = \"refs/heads/**\"\n");
    const std::string told = TellPusher(
        PassedGates(repository_, policy, {{"refs/heads/main", "a", "hostile"}}),
        {}, policy.push);
    EXPECT_NE(told, "");
    EXPECT_TRUE(std::ranges::all_of(told, [](char c) {
      return c == '\n' || (static_cast<unsigned char>(c) >= ' ' && c != 0x7f);
    })) << told;
    for (const Line& line : SplitLines(told))
      EXPECT_TRUE(line.raw.starts_with("GL-HOOK-ERR: ")) << told;
  }
}

TEST_F(GatesTest, HaveNothingAgainstDeletions) {
  EXPECT_EQ(Pass({{"refs/heads/main", "a", ""}}), Lines{"refs/heads/main"});
}

TEST_F(GatesTest, LookAtRefsButNotAtMessagesWhereAsked) {
  const GateSetting setting{.judges_messages = false};
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "bad"}}, setting),
            Lines{"refs/heads/main"});
  EXPECT_EQ(Pass({{"refs/heads/main", "b", "bad"}}, setting).size(), 3u);
  EXPECT_EQ(Pass({{"refs/heads/line", "", "b"}}, setting)[1],
            "- 1 commit not on 'refs/heads/main', neither the same nor with "
            "the same PR-URL and title:");
}

TEST_F(GatesTest, RefuseMergesWhereMessagesAreNotLookedAt) {
  repository_.Good("side", {"a"});
  repository_.Bad("merge", {"b", "side"});
  const Lines lines =
      Pass({{"refs/heads/main", "a", "merge"}}, {.judges_messages = false});
  EXPECT_EQ(lines.at(1), "- 1 merge where none may be: <merge>");
}

}  // namespace
}  // namespace commitgate::testing
