// SPDX-License-Identifier: MIT
#include "validator/repair/repair.h"

#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/validator/repair/repairing.h"
#include "validator/engine/load_policy.h"

namespace commitgate::testing {
namespace {

Policy PolicyOf(std::string_view toml) {
  return LoadPolicy("p.toml", toml, {Catalog(), Presets(), {}});
}

std::string TextUnder(std::string_view toml, std::string_view message) {
  const Policy policy = PolicyOf(toml);
  const Commit commit = MakeCommit("id", message);
  return RepairMessage(commit, policy, Stage::kLanding).text;
}

TEST(RepairMessage, RepairsAllAtOnce) {
  constexpr RepairCase kCases[] = {
      {"each of them",
       "\uFEFFDocs : Fix a  typo. \n"
       "It was in the guide for collaborators, where nobody had been for quite "
       "some time.\n\n"
       "Fixes: #12\n\n"
       "PR-URL: https://github.com/nodejs/node/pull/3/files\n"
       "Reviewed-by: A <a@b.cc>\n",
       "byte-order-mark line-ends key-spelling blank-line subsystem-spelling "
       "title-spaces title-case title-end trailer-urls metadata-paragraphs "
       "wrap",
       "doc: fix a typo\n\n"
       "It was in the guide for collaborators, where nobody had been for "
       "quite\n"
       "some time.\n\n"
       "PR-URL: https://github.com/nodejs/node/pull/3\n"
       "Fixes: https://github.com/nodejs/node/issues/12\n"
       "Reviewed-By: A <a@b.cc>\n"},
  };
  ExpectRepairs(kCases);
}

TEST(RepairMessage, LeavesWhatCannotBeJudged) {
  constexpr RepairCase kCases[] = {
      {"nothing", ""},
      {"blank lines", "\n\n"},
      {"what is right", "doc: fix typo\n\nIt was there.\n"},
  };
  for (const RepairCase& row : kCases) {
    SCOPED_TRACE(row.what);
    const Commit commit = MakeCommit("id", row.message);
    const Policy policy = PolicyOf("extends = \"nodejs\"\n");
    EXPECT_FALSE(RepairMessage(commit, policy, Stage::kLanding).IsChanged());
  }
}

TEST(RepairMessage, LeavesCharsetsThatAreUnknown) {
  const std::string object =
      "author A <a@b.cc> 0 +0000\nencoding no-such\n\ndoc: Fix typo.\n";
  const Commit commit =
      ParseCommitObject("id", Bytes(object.begin(), object.end()));
  const Policy policy = PolicyOf("extends = \"nodejs\"\n");
  EXPECT_FALSE(RepairMessage(commit, policy, Stage::kLanding).IsChanged());
}

TEST(RepairMessage, ServesOnlyRulesThatAreOn) {
  constexpr std::string_view kMessage = "doc: Fix typo.\n";
  EXPECT_EQ(TextUnder("extends = \"nodejs\"\n", kMessage), "doc: fix typo\n");
  EXPECT_EQ(TextUnder("extends = \"nodejs\"\n[rules]\ntitle-format = \"off\"\n",
                      kMessage),
            kMessage);
}

TEST(RepairMessage, TakesNoStepThatBreaksAPattern) {
  EXPECT_EQ(TextUnder("extends = \"nodejs\"\n"
                      "[[patterns]]\nid = \"loud\"\ntarget = \"title\"\n"
                      "require = '\\.$'\nmessage = \"be loud\"\n",
                      "doc: Fix typo.\n"),
            "doc: fix typo.\n");
}

TEST(RepairMessage, KeepsTheAuthorForTheRules) {
  const Policy policy = PolicyOf(
      "extends = \"nodejs\"\n[[exempt]]\nauthor = '^bot <'\n"
      "rules = [\"title-format\"]\n");
  Commit commit = MakeCommit("id", "doc: Fix typo.\n");
  SetAuthor(commit, "bot", "bot@example.com");
  EXPECT_FALSE(RepairMessage(commit, policy, Stage::kLanding).IsChanged());
}

TEST(RepairMessage, TellsWhatIsLeft) {
  const Policy policy = PolicyOf(
      "extends = \"nodejs\"\n[rules]\npr-url = \"off\"\nreviewers = \"off\"\n");
  const Commit commit = MakeCommit("id", "doc: Fix typo!\n");
  const Repaired repaired = RepairMessage(commit, policy, Stage::kLanding);
  EXPECT_EQ(repaired.text, "doc: fix typo!\n");
  ASSERT_EQ(repaired.verdict.findings.size(), 1u);
  EXPECT_EQ(repaired.verdict.findings[0].span, (Span{1, 14, 1}));
}

TEST(RepairMessage, TakesLinearTime) {
  const Policy policy = PolicyOf("extends = \"nodejs\"\n");
  const auto times = [](std::string_view text, size_t count) {
    std::string all;
    for (size_t i = 0; i < count; ++i)
      all += text;
    return all;
  };
  const std::string hostile[] = {
      "doc: Fix\n\n" + times("a `", 40000) + "\n",
      "doc: Fix\n\n" + times("# ", 40000) + "\n",
      "doc: Fix\n\n" + times("x ", 80000) + "\n",
      "doc: Fix\n\n" + times("Refs: #1\n\n", 10000),
      "doc: Fix\n\n" + times("- a b\n", 20000) + times("long ", 100) + "\n",
      times("a,", 40000) + ": x\n",
      times("Revert \"", 10000) + times("\"", 10000) + "\n",
      "doc: Fix\n\n" + times("```\n", 20000),
  };
  for (const std::string& message : hostile) {
    const Commit commit = MakeCommit("id", message);
    const Repaired once = RepairMessage(commit, policy, Stage::kLanding);
    const Repaired twice = RepairMessage(once.commit, policy, Stage::kLanding);
    EXPECT_FALSE(twice.IsChanged());
  }
}

}  // namespace
}  // namespace commitgate::testing
