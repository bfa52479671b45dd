// SPDX-License-Identifier: MIT
#include "hooks/push/mending.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushed_repository.h"
#include "tests/support/process.h"

namespace commitgate::testing {
namespace {

ObjectId Id(char digit) {
  return ObjectId::FromHex(std::string(40, digit)).value();
}

std::string Short(char digit) {
  return std::string(12, digit);
}

Lines Told(const Faults& faults) {
  const Remark remark = HowToMend(faults);
  Lines lines{remark.what};
  lines.insert(lines.end(), remark.more.begin(), remark.more.end());
  return lines;
}

TEST(Mending, OfTheTipIsAnAmendment) {
  EXPECT_EQ(Told({.tip = Id('b'), .bad = {Id('b')}, .first = Id('b')}),
            (Lines{"to reword the last commit, and then push again:",
                   "  git commit --amend"}));
  EXPECT_EQ(Told({.tip = Id('b'),
                  .bad = {Id('b')},
                  .first = Id('b'),
                  .first_is_root = true}),
            (Lines{"to reword the last commit, and then push again:",
                   "  git commit --amend"}));
}

TEST(Mending, OfEarlierCommitsNamesThem) {
  EXPECT_EQ(Told({.tip = Id('c'), .bad = {Id('b')}, .first = Id('b')}),
            (Lines{"to reword 1 commit, and then push again:",
                   "  git rebase --interactive " + Short('b') + "^",
                   "there, put 'reword' for 'pick' in the lines of",
                   "  " + Short('b')}));
  EXPECT_EQ(Told({.tip = Id('c'),
                  .bad = {Id('a'), Id('c')},
                  .first = Id('a'),
                  .first_is_root = true}),
            (Lines{"to reword 2 commits, and then push again:",
                   "  git rebase --interactive --root",
                   "there, put 'reword' for 'pick' in the lines of",
                   "  " + Short('a'), "  " + Short('c')}));
}

TEST(Mending, WithoutMergesStartsAtTheFirstFault) {
  EXPECT_EQ(Told({.tip = Id('c'),
                  .current = Id('a'),
                  .bad = {Id('b')},
                  .first = Id('b')})
                .at(1),
            "  git rebase --interactive " + Short('b') + "^");
}

TEST(Mending, KeepsMergesThatMayStay) {
  EXPECT_EQ(Told({.tip = Id('c'),
                  .bad = {Id('b')},
                  .first = Id('b'),
                  .keeps_merges = true})
                .at(1),
            "  git rebase --interactive --rebase-merges " + Short('b') + "^");
}

TEST(Mending, ReplaysWithoutMerges) {
  EXPECT_EQ(Told({.tip = Id('c'),
                  .current = Id('a'),
                  .merges = {Id('c')},
                  .first = Id('c')}),
            (Lines{"to do without 1 merge, and then push again:",
                   "  git rebase " + Short('a')}));
  EXPECT_EQ(Told({.tip = Id('c'),
                  .bad = {Id('b')},
                  .merges = {Id('c'), Id('d')},
                  .first = Id('b')}),
            (Lines{"to do without 2 merges and reword 1 commit, and then push "
                   "again:",
                   "  git rebase --interactive " + Short('b') + "^",
                   "there, put 'reword' for 'pick' in the lines of",
                   "  " + Short('b')}));
}

/// A push to a branch that is at `a`, mended as the pusher is told to.
class MendingTest : public ::testing::Test {
 protected:
  static constexpr std::string_view kPolicy = R"(
[[refs]]
match = "refs/heads/*"
)";

  MendingTest() {
    Good("a");
    repository_.SetRef("refs/heads/main", "a");
  }

  /// Git rewords no commits that change nothing.
  void ChangeTree(const std::string& name) {
    const std::string blob =
        repository_.Git({"hash-object", "-w", "--stdin"}, name);
    repository_.Name(
        "tree", repository_.Git({"mktree"},
                                "100644 blob " + blob + "\t" + name + "\n"));
  }

  void Good(const std::string& name, const Lines& parents = {}) {
    ChangeTree(name);
    repository_.Good(name, parents);
  }

  void Bad(const std::string& name, const Lines& parents) {
    ChangeTree(name);
    repository_.Bad(name, parents);
  }

  Candidate Judge(const std::string& tip) const {
    return PassedGates(repository_, PolicyOf(kPolicy),
                       {{"refs/heads/main", "a", tip}})
        .front();
  }

  /// Runs the command for `tip` in a clone, with editors that do what the words
  /// say, and returns what the gates have against the outcome.
  std::vector<Remark> Mend(const std::string& tip) {
    const Remark remark = Judge(tip).refusals.back();
    const TempDir clone;
    repository_.SetRef("refs/heads/mine", tip);
    Git(clone.path(), {"clone", "-q", "-b", "mine", repository_.path(), "."});
    std::string todo = "sed -i";
    for (const std::string& line : remark.more)
      if (line.starts_with("  ") && !line.starts_with("  git"))
        todo += " -e 's/^pick \\(" + line.substr(2, 7) + "\\)/reword \\1/'";
    const Result result = testing::Run(
        {"sh", "-c", remark.more.front()},
        {.directory = clone.path(),
         .environment = {{"GIT_SEQUENCE_EDITOR", todo},
                         {"GIT_EDITOR", "sed -i 's/a title too long/x/'"},
                         {"GIT_COMMITTER_DATE", "1700000100 +0000"}}});
    EXPECT_EQ(result.status, 0) << result.err;
    Git(clone.path(), {"push", "-q", "-f", "origin", "HEAD:refs/heads/mine"});
    repository_.Name("mended", repository_.Git({"rev-parse", "mine"}));
    repository_.Git({"update-ref", "-d", "refs/heads/mine"});
    return Judge("mended").refusals;
  }

  PushedRepository repository_;
};

TEST_F(MendingTest, WorksForTheLastCommit) {
  Bad("bad", {"a"});
  EXPECT_EQ(Mend("bad").size(), 0u);
}

TEST_F(MendingTest, WorksForEarlierCommits) {
  Bad("b", {"a"});
  Good("c", {"b"});
  Bad("d", {"c"});
  Good("e", {"d"});
  EXPECT_EQ(Mend("e").size(), 0u);
}

TEST_F(MendingTest, WorksForMerges) {
  Bad("b", {"a"});
  Bad("c", {"a"});
  Good("merge", {"b", "c"});
  Good("d", {"merge"});
  EXPECT_EQ(Mend("d").size(), 0u);
}

}  // namespace
}  // namespace commitgate::testing
