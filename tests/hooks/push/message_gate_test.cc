// SPDX-License-Identifier: MIT
#include "hooks/push/message_gate.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>

#include "tests/hooks/push/pushed_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kPolicy = R"(
[[refs]]
match = "refs/heads/topic/*"
rules = "none"

[[refs]]
match = "refs/heads/weak"
rules = "core-validate-commit"

[[refs]]
match = "refs/heads/merging"
merges = "allow"

[[refs]]
match = "refs/heads/*"

[[refs]]
match = "refs/tags/*"

[[refs]]
match = "refs/notes/*"
)";

class MessageGateTest : public ::testing::Test {
 protected:
  MessageGateTest() {
    repository_.Good("a");
    repository_.Good("b", {"a"});
    repository_.Bad("bad", {"a"});
    repository_.Good("on bad", {"bad"});
    repository_.SetRef("refs/heads/main", "a");
  }

  Lines Pass(const std::vector<Push>& pushes, std::string_view more = {},
             const GateSetting& setting = {}) const {
    return Gates(repository_, PolicyOf(std::string(more).append(kPolicy)),
                 pushes, setting);
  }

  /// The names of the commits that are refused, each once, by ref.
  Lines RefusedOf(const std::vector<Push>& pushes,
                  std::string_view more = {}) const {
    Lines refused;
    for (const std::string& line : Pass(pushes, more))
      if (line.starts_with("- <") &&
          (refused.empty() || refused.back() != Name(line)))
        refused.push_back(Name(line));
    return refused;
  }

  static std::string Name(const std::string& line) {
    return line.substr(3, line.find('>') - 3);
  }

  /// Good commits in a line behind `from`; returns the last one's name.
  std::string Line(const std::string& prefix, int count, std::string from) {
    for (int i = 1; i <= count; ++i) {
      const std::string name = prefix + std::to_string(i);
      repository_.Good(name, {from});
      from = name;
    }
    return from;
  }

  /// The same of thousands that each change a file, of which only the last gets
  /// a name.
  void LongLine(const std::string& last, int count, const std::string& from,
                const std::string& message = "doc: line\n") {
    std::string stream;
    for (int i = 1; i <= count; ++i) {
      stream += fmt::format(
          "commit refs/long\ncommitter A <a@b.c> {} +0000\ndata {}\n{}\n",
          1'800'000'000 + i, message.size(), message);
      if (i == 1)
        stream += fmt::format("from {}\n", repository_[from].Hex());
      stream +=
          fmt::format("M 644 inline lib/file\ndata <<END\n{}\nEND\n\n", i);
    }
    repository_.Git({"fast-import", "--quiet", "--force"}, stream);
    repository_.Name(last, repository_.Git({"rev-parse", "refs/long"}));
    repository_.Git({"update-ref", "-d", "refs/long"});
  }

  PushedRepository repository_;
};

TEST_F(MessageGateTest, JudgesWhatAnUpdateAdds) {
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "b"}}), Lines{"refs/heads/main"});
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "on bad"}}), Lines{"bad"});
}

TEST_F(MessageGateTest, JudgesNothingThatIsThereAlready) {
  repository_.SetRef("refs/heads/main", "bad");
  EXPECT_EQ(Pass({{"refs/heads/main", "bad", "on bad"}}),
            Lines{"refs/heads/main"});
  EXPECT_EQ(Pass({{"refs/heads/main", "bad", "a"}}), Lines{"refs/heads/main"});
  EXPECT_EQ(Pass({{"refs/heads/main", "bad", "bad"}}),
            Lines{"refs/heads/main"});
}

TEST_F(MessageGateTest, JudgesWhatARewriteAdds) {
  repository_.Bad("again", {"a"});
  repository_.SetRef("refs/heads/main", "bad");
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "bad", "again"}}), Lines{"again"});
}

TEST_F(MessageGateTest, JudgesNothingThatABranchOfTheSameRulesHas) {
  repository_.SetRef("refs/heads/other", "on bad");
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "on bad"}}),
            Lines{"refs/heads/main"});
  EXPECT_EQ(Pass({{"refs/heads/new", "", "on bad"}}), Lines{"refs/heads/new"});
}

/// A push whose objects are in a folder of their own.  A ref that cannot be
/// read shows who reads all of them.
class IncomingTest : public MessageGateTest {
 protected:
  IncomingTest() {
    std::ofstream(repository_.path() + "/refs/heads/broken") << "no id\n";
  }

  /// All that is packed has come just now.
  void MovePacks() const {
    const std::filesystem::path incoming = incoming_.path();
    std::filesystem::rename(repository_.path() + "/objects/pack",
                            incoming / "pack");
  }

  bool ReadsAllRefs(const std::vector<Push>& pushes) const {
    try {
      Pass(pushes, "", setting_);
      return false;
    } catch (const Error&) {
      return true;
    }
  }

  const TempDir incoming_;
  GateSetting setting_{.quarantine = {.objects = incoming_.path(),
                                      .alternates = "objects",
                                      .path = incoming_.path()}};
};

TEST_F(IncomingTest, AsksNoRefForWhatOnlyThePushHas) {
  repository_.MoveTo(incoming_.path(), "on bad");
  const std::vector<Push> pushes{{"refs/heads/main", "a", "on bad"}};
  EXPECT_TRUE(ReadsAllRefs(pushes));
  repository_.MoveTo(incoming_.path(), "bad");
  EXPECT_FALSE(ReadsAllRefs(pushes));
  EXPECT_EQ(Pass(pushes, "", setting_).at(1).substr(0, 7), "- <bad>");
  setting_.quarantine.path.clear();
  EXPECT_TRUE(ReadsAllRefs(pushes));
}

TEST_F(IncomingTest, AsksNoRefForOneAfterAnother) {
  repository_.SetRef("refs/heads/other", "a");
  repository_.Bad("worse", {"a"});
  for (const char* name : {"bad", "worse", "b"})
    repository_.MoveTo(incoming_.path(), name);
  EXPECT_FALSE(ReadsAllRefs({{"refs/heads/main", "a", "bad"},
                             {"refs/heads/other", "a", "worse"},
                             {"refs/heads/main", "a", "b"}}));
}

TEST_F(IncomingTest, AsksNoRefForALargePush) {
  LongLine("long", 1300, "a");
  MovePacks();
  EXPECT_FALSE(ReadsAllRefs({{"refs/heads/main", "a", "long"}}));
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "long"}}, "", setting_),
            Lines{"refs/heads/main"});
  setting_.quarantine.path.clear();
  EXPECT_TRUE(ReadsAllRefs({{"refs/heads/main", "a", "long"}}));
}

TEST_F(IncomingTest, AsksAllRefsForALargePushOfWhatIsThere) {
  LongLine("long", 1300, "a");
  repository_.Good("last", {"long"});
  repository_.MoveTo(incoming_.path(), "last");
  EXPECT_TRUE(ReadsAllRefs({{"refs/heads/main", "a", "last"}}));
  std::filesystem::remove(repository_.path() + "/refs/heads/broken");
  repository_.SetRef("refs/heads/other", "long");
  std::atomic<int> looks = 0;
  setting_.is_late = [&] { return ++looks > 1500; };
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "last"}}, "", setting_),
            Lines{"refs/heads/main"});
}

TEST_F(MessageGateTest, JudgesWhatIsOnlyWhereLessIsAskedFor) {
  for (const char* ref :
       {"refs/heads/topic/x", "refs/heads/weak", "refs/tags/v1",
        "refs/notes/commits", "refs/hidden/x", "refs/commitgate/kept/1"}) {
    SCOPED_TRACE(ref);
    repository_.SetRef(ref, "on bad");
    EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "on bad"}}), Lines{"bad"});
    EXPECT_EQ(RefusedOf({{"refs/heads/new", "", "on bad"}}), Lines{"bad"});
  }
}

TEST_F(MessageGateTest, JudgesObjectsThatARefusedPushHasLeft) {
  // They are in the repository, and no ref has them: as in every test here.
  EXPECT_EQ(RefusedOf({{"refs/heads/new", "", "bad"}}), Lines{"bad"});
}

TEST_F(MessageGateTest, MakesNothingKnownByTheSamePush) {
  for (const char* other :
       {"refs/heads/topic/x", "refs/tags/v1", "refs/heads/second"}) {
    SCOPED_TRACE(other);
    const Push push{"refs/heads/main", "a", "bad"};
    const Lines refused = RefusedOf({push, {other, "", "bad"}});
    EXPECT_EQ(refused, RefusedOf({{other, "", "bad"}, push}));
    EXPECT_EQ(refused, Lines{"bad"});
  }
}

TEST_F(MessageGateTest, JudgesCreatedBranchesButForWhatIsKnown) {
  repository_.Good("root");
  repository_.Bad("bad root");
  EXPECT_EQ(Pass({{"refs/heads/new", "", "b"}}), Lines{"refs/heads/new"});
  EXPECT_EQ(Pass({{"refs/heads/new", "", "root"}}), Lines{"refs/heads/new"});
  EXPECT_EQ(RefusedOf({{"refs/heads/new", "", "on bad"}}), Lines{"bad"});
  EXPECT_EQ(RefusedOf({{"refs/heads/new", "", "bad root"}}), Lines{"bad root"});
}

TEST_F(MessageGateTest, JudgesAllOfAFirstPushUnlessThereIsABaseline) {
  repository_.Git({"update-ref", "-d", "refs/heads/main"});
  repository_.Bad("old");
  repository_.Bad("older", {"old"});
  repository_.Good("new", {"older"});
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "", "new"}}),
            (Lines{"old", "older"}));
  const std::string since =
      "[[refs]]\nmatch = \"refs/heads/main\"\nsince = \"" +
      repository_["older"].Hex() + "\"\n";
  EXPECT_EQ(Pass({{"refs/heads/main", "", "new"}}, since),
            Lines{"refs/heads/main"});
  EXPECT_EQ(RefusedOf({{"refs/heads/other", "", "new"}}, since),
            (Lines{"old", "older"}));
  repository_.Bad("newer", {"new"});
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "", "newer"}}, since),
            Lines{"newer"});
}

/// What one branch need not be judged for is not known to others by that.
TEST_F(MessageGateTest, JudgesElsewhereWhatABaselineSpares) {
  const auto since = [&](const char* ref) {
    return fmt::format("[[refs]]\nmatch = \"{}\"\nsince = \"{}\"\n", ref,
                       repository_["bad"].Hex());
  };
  repository_.SetRef("refs/heads/old", "on bad");
  const std::string old = since("refs/heads/old");
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "on bad"}}, old), Lines{"bad"});
  EXPECT_EQ(RefusedOf({{"refs/heads/new", "", "on bad"}}, old), Lines{"bad"});
  EXPECT_EQ(
      Pass({{"refs/heads/new", "", "on bad"}}, old + since("refs/heads/new")),
      Lines{"refs/heads/new"});
}

TEST_F(MessageGateTest, TellsOfTheBaselineOnlyWhereNothingIsKnown) {
  const auto advice = [&](const Lines& lines) {
    return std::ranges::count(lines, "      since = \"<bad>\"");
  };
  EXPECT_EQ(advice(Pass({{"refs/heads/new", "", "bad"}})), 0);
  repository_.SetRef("refs/heads/topic/x", "bad");
  repository_.Git({"update-ref", "-d", "refs/heads/main"});
  EXPECT_EQ(advice(Pass({{"refs/heads/new", "", "bad"}})), 1);
  EXPECT_EQ(
      Pass({{"refs/heads/new", "", "bad"}}, "[limits]\nmax-commits = 1\n"),
      (Lines{"refs/heads/new",
             "- the push brings 2 commits to judge here, limit is 1 a "
             "push",
             "    or, if this is a history older than the rules, say in "
             "[[refs]] of the policy that nothing up to here is judged:",
             "      since = \"<bad>\""}));
}

TEST_F(MessageGateTest, JudgesNothingOnFreeBranchesTagsAndNotes) {
  for (const char* ref :
       {"refs/heads/topic/y", "refs/tags/v2", "refs/notes/commits"})
    EXPECT_EQ(Pass({{ref, "", "bad"}}), Lines{ref});
}

TEST_F(MessageGateTest, JudgesByTheRulesOfTheRef) {
  EXPECT_EQ(RefusedOf({{"refs/heads/weak", "", "b"}}), (Lines{"a", "b"}));
  EXPECT_EQ(Pass({{"refs/heads/new", "", "b"}}), Lines{"refs/heads/new"});
  EXPECT_EQ(RefusedOf({{"refs/heads/new", "", "b"},
                       {"refs/heads/weak", "", "b"},
                       {"refs/heads/x", "", "bad"}}),
            (Lines{"a", "b", "bad"}));
}

TEST_F(MessageGateTest, JudgesMessagesAsTheyAreStored) {
  const struct {
    const char* what;
    std::string message;
  } kCases[] = {
      {"a NUL hides nothing", std::string("doc: x\0 and a long title\n", 26)},
      {"carriage returns", "doc: a title that is long\r\n"},
      {"not UTF-8", "doc: a title that is \xff long\n"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    repository_.Commit("c", test.message, {"a"});
    EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "c"}}), Lines{"c"});
  }
}

TEST_F(MessageGateTest, JudgesWhatIsThereAndNoReplacement) {
  repository_.SetRef("refs/replace/" + repository_["bad"].Hex(), "b");
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "bad"}}), Lines{"bad"});
}

TEST_F(MessageGateTest, TakesMergesWhereTheRefDoesThoughARuleRefusesThem) {
  constexpr char kNoMerge[] = "[rules]\nno-merge = \"error\"\n";
  repository_.Good("side", {"a"});
  repository_.Good("merge", {"b", "side"});
  repository_.Bad("bad merge", {"b", "side"});
  repository_.SetRef("refs/heads/merging", "a");
  EXPECT_EQ(Pass({{"refs/heads/merging", "a", "merge"}}, kNoMerge),
            Lines{"refs/heads/merging"});
  EXPECT_EQ(RefusedOf({{"refs/heads/merging", "a", "bad merge"}}, kNoMerge),
            Lines{"bad merge"});
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "merge"}}, kNoMerge), Lines{});
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "merge"}}, kNoMerge).at(1),
            "- 1 merge where none may be: <merge>");
}

TEST_F(MessageGateTest, RefusesMergesWhereverTheyAre) {
  repository_.Good("side", {"a"});
  repository_.Good("merge", {"b", "side"});
  repository_.Good("octopus", {"b", "side", "a"});
  repository_.Good("swapped", {"side", "b"});
  repository_.Good("on top", {"merge"});
  const struct {
    const char* what;
    Push push;
    std::string merge;
    std::string command;
  } kCases[] = {
      {"the tip", {"refs/heads/main", "a", "merge"}, "merge", "<a>"},
      {"hidden inside", {"refs/heads/main", "a", "on top"}, "merge", "<a>"},
      {"many parents", {"refs/heads/main", "a", "octopus"}, "octopus", "<a>"},
      {"parents swapped",
       {"refs/heads/main", "a", "swapped"},
       "swapped",
       "<a>"},
      {"a creation", {"refs/heads/new", "", "on top"}, "merge", "<merge>^"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Pass({test.push}),
              (Lines{test.push.ref,
                     "- 1 merge where none may be: <" + test.merge + ">",
                     "- to do without 1 merge, and then push again:",
                     "      git rebase " + test.command}));
    EXPECT_EQ(Pass({{"refs/heads/merging", "", test.push.to}}),
              Lines{"refs/heads/merging"});
  }
}

TEST_F(MessageGateTest, JudgesMergesAgainThatABranchForThemHas) {
  repository_.Good("side", {"a"});
  repository_.Good("merge", {"b", "side"});
  repository_.SetRef("refs/heads/merging", "merge");
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "merge"}}).at(1),
            "- 1 merge where none may be: <merge>");
  repository_.SetRef("refs/heads/main", "merge");
  EXPECT_EQ(Pass({{"refs/heads/new", "", "merge"}}), Lines{"refs/heads/new"});
}

TEST_F(MessageGateTest, ListsWhatToRewordAndWhatToTakeOut) {
  repository_.Good("side", {"a"});
  repository_.Good("merge", {"bad", "side"});
  repository_.Bad("last", {"merge"});
  const Lines lines = Pass({{"refs/heads/main", "a", "last"}});
  EXPECT_EQ(Lines(lines.end() - 6, lines.end()),
            (Lines{"- 1 merge where none may be: <merge>",
                   "- to do without 1 merge and reword 2 commits, and then "
                   "push again:",
                   "      git rebase --interactive <a>",
                   "    there, put 'reword' for 'pick' in the lines of",
                   "      <bad>", "      <last>"}));
}

TEST_F(MessageGateTest, MendsFromWhereTheFaultsBegin) {
  repository_.Bad("bad root");
  repository_.Good("on bad root", {"bad root"});
  repository_.Good("merge", {"on bad", "b"});
  repository_.SetRef("refs/heads/other", "b");
  const struct {
    const char* what;
    Push push;
    std::string command;
  } kCases[] = {
      {"a root",
       {"refs/heads/new", "", "on bad root"},
       "git rebase --interactive --root"},
      {"a merge that may stay",
       {"refs/heads/merging", "", "merge"},
       "git rebase --interactive --rebase-merges <bad>^"},
      {"a rewrite",
       {"refs/heads/other", "b", "on bad"},
       "git rebase --interactive <bad>^"},
      {"a forward push with a merge",
       {"refs/heads/other", "b", "merge"},
       "git rebase --interactive <b>"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    const Lines lines = Pass({test.push});
    EXPECT_EQ(std::ranges::count(lines, "      " + test.command), 1)
        << ::testing::PrintToString(lines);
  }
  repository_.Good("side", {"a"});
  repository_.Good("replaced", {"a", "side"});
  EXPECT_EQ(Pass({{"refs/heads/other", "b", "replaced"}}).back(),
            "      git rebase <replaced>^");
}

TEST_F(MessageGateTest, TellsWarningsOfWhatItAccepts) {
  repository_.Commit("long", "doc: sixteen cols\n", {"a"});
  EXPECT_EQ(
      Pass({{"refs/heads/main", "a", "long"}}),
      (Lines{"refs/heads/main", "? <long> doc: sixteen cols",
             "      1:16: warning: title is 17 columns long, 15 are better",
             "          [title-length]", "          doc: sixteen cols",
             "                         ^~"}));
  // What is known elsewhere is not worth a word.
  repository_.SetRef("refs/heads/other", "long");
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "long"}}), Lines{"refs/heads/main"});
}

TEST_F(MessageGateTest, CountsTheCommitsOfAPush) {
  repository_.Good("c", {"b"});
  repository_.Good("other", {"a"});
  const std::string_view limit = "[limits]\nmax-commits = 2\n";
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "c"}}, limit),
            Lines{"refs/heads/main"});
  EXPECT_EQ(
      Pass({{"refs/heads/main", "a", "c"}, {"refs/heads/x", "", "c"}}, limit),
      (Lines{"refs/heads/main", "refs/heads/x"}));
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "c"}, {"refs/heads/x", "", "other"}},
                 limit),
            (Lines{"refs/heads/main", "refs/heads/x",
                   "- the push brings 1 commit to judge here, limit is 2 a "
                   "push"}));
  EXPECT_EQ(
      Pass({{"refs/heads/main", "a", "c"}}, "[limits]\nmax-commits = 1\n"),
      (Lines{"refs/heads/main",
             "- the push brings 2 commits to judge here, limit is 1 a "
             "push"}));
  repository_.SetRef("refs/heads/other", "b");
  EXPECT_EQ(
      Pass({{"refs/heads/main", "a", "c"}}, "[limits]\nmax-commits = 1\n"),
      Lines{"refs/heads/main"});
}

TEST_F(MessageGateTest, CountsOfManyCommitsOnlyThoseThatAreNew) {
  Line("n", 130, "a");
  Line("y", 20, "a");
  repository_.SetRef("refs/heads/other", "n120");
  const std::vector<Push> pushes = {{"refs/heads/main", "a", "n130"},
                                    {"refs/heads/x", "", "y20"}};
  const Lines accepted{"refs/heads/main", "refs/heads/x"};
  const auto limited = [&](int most) {
    return Pass(pushes,
                "[limits]\nmax-commits = " + std::to_string(most) + "\n");
  };
  EXPECT_EQ(limited(150), accepted);
  EXPECT_EQ(limited(135), accepted);
  EXPECT_EQ(limited(30), accepted);
  EXPECT_EQ(limited(29).back(),
            "- the push brings 20 commits to judge here, limit is 29 a push");
}

TEST_F(MessageGateTest, CountsTheCommitsOfAllCreatedBranches) {
  repository_.Good("c", {"b"});
  repository_.Good("other", {"a"});
  const std::string_view limit = "[limits]\nmax-commits = 2\n";
  EXPECT_EQ(
      Pass({{"refs/heads/x", "", "c"}, {"refs/heads/y", "", "other"}}, limit),
      (Lines{"refs/heads/x", "refs/heads/y",
             "- the push brings 1 commit to judge here, limit is 2 a "
             "push"}));
}

TEST_F(MessageGateTest, RefusesMessagesThatAreTooLarge) {
  repository_.Commit("large", "doc: x\n\n" + std::string(93, 'x'), {"a"});
  const Push push{"refs/heads/main", "a", "large"};
  EXPECT_EQ(Pass({push}, "[limits]\nmax-message = 101\n"),
            Lines{"refs/heads/main"});
  EXPECT_EQ(Pass({push}, "[limits]\nmax-message = 100\n"),
            (Lines{"refs/heads/main", "- <large>",
                   "      error: could not judge: the message has 101 bytes, "
                   "limit is 100",
                   "- to reword the last commit, and then push again:",
                   "      git commit --amend"}));
}

TEST_F(MessageGateTest, RefusesWhatIsTooLate) {
  EXPECT_EQ(
      Pass({{"refs/heads/main", "a", "b"}}, "[limits]\ndeadline = \"5s\"\n",
           {.is_late = [] { return true; }}),
      (Lines{"refs/heads/main",
             "- judging the push takes longer than 5 seconds",
             "    push fewer commits at once"}));
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "a"}}, "",
                 {.is_late = [] { return true; }}),
            Lines{"refs/heads/main"});
}

TEST_F(MessageGateTest, LooksAtTheClockAgainAndAgain) {
  std::string last = "a";
  for (int i = 0; i < 60; ++i) {
    const std::string name = "n" + std::to_string(i);
    repository_.Good(name, {last});
    last = name;
  }
  int asked = 0;
  const auto third_time = [&] { return ++asked == 3; };
  EXPECT_EQ(
      Pass({{"refs/heads/main", "a", last}, {"refs/heads/x", "", "b"}}, "",
           {.is_late = third_time}),
      (Lines{"refs/heads/main", "- judging the push takes longer than it may",
             "    push fewer commits at once", "refs/heads/x",
             "- judging the push takes longer than it may",
             "    push fewer commits at once"}));
  EXPECT_EQ(asked, 3);
}

/// Rules that look at the repository and at changes, in several threads.
TEST_F(MessageGateTest, LetsManyCommitsLookAround) {
  constexpr char kLookAround[] = R"(
[rules]
fixes-commit = "error"
subsystem-fits-changes = "error"
[output]
max-findings = 1000
)";
  const std::string fixes = "\n\nFixes: " + repository_["a"].Hex();
  LongLine("good", 400, "a", "doc: good" + fixes + " (\"doc: a\")\n");
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "good"}}, kLookAround),
            Lines{"refs/heads/main"});
  LongLine("wrong", 400, "a", "doc: wrong" + fixes + " (\"doc: b\")\n");
  const Lines lines = Pass({{"refs/heads/main", "a", "wrong"}}, kLookAround);
  EXPECT_EQ(std::ranges::count_if(lines,
                                  [](const std::string& line) {
                                    return line.find("[fixes-commit]") !=
                                           line.npos;
                                  }),
            400);
  // Only the first is new to history.
  LongLine("elsewhere", 100, "good", "lib: name\n");
  const auto candidates =
      PassedGates(repository_, PolicyOf(kLookAround + std::string(kPolicy)),
                  {{"refs/heads/main", "a", "elsewhere"}});
  EXPECT_TRUE(candidates[0].refusals.empty());
  EXPECT_EQ(candidates[0].warnings.size(), 1u);
}

TEST_F(MessageGateTest, LooksAtTheClockWhileItFindsCommits) {
  LongLine("long", 300, "a");
  for (const std::string from : {"a", ""}) {
    SCOPED_TRACE(from);
    const char* ref = from.empty() ? "refs/heads/x" : "refs/heads/main";
    EXPECT_EQ(Pass({{ref, from, "long"}}), Lines{ref});
    int asked = 0;
    EXPECT_EQ(Pass({{ref, from, "long"}}, "",
                   {.judges_messages = false,
                    .is_late = [&] { return ++asked > 1; }}),
              (Lines{ref, "- judging the push takes longer than it may",
                     "    push fewer commits at once"}));
  }
}

/// Each look at the clock is a commit that is judged, or a few that are found.
TEST_F(MessageGateTest, LeavesTimeForOtherRefsWhereMuchIsKnown) {
  LongLine("long", 3000, "a");
  repository_.SetRef("refs/heads/other", "long");
  std::atomic<int> asked = 0;
  const auto is_late = [&] { return ++asked > 1500; };
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "long"}, {"refs/heads/x", "", "b"}},
                 "", {.is_late = is_late}),
            (Lines{"refs/heads/main", "refs/heads/x"}));
}

TEST_F(MessageGateTest, JudgesAllThatIsNewOnceThereIsNoHope) {
  LongLine("long", 1200, "on bad");
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "long"}}), Lines{"bad"});
  LongLine("new", 1200, "a");
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "new"}}), Lines{"refs/heads/main"});
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", "new"},
                       {"refs/heads/main", "a", "bad"}}),
            Lines{"bad"});
}

TEST_F(MessageGateTest, SaysTheSameOfManyCommitsAsOfFew) {
  const std::string last = Line("n", 120, "bad");
  EXPECT_EQ(RefusedOf({{"refs/heads/main", "a", last}}), Lines{"bad"});
  repository_.SetRef("refs/heads/other", "bad");
  EXPECT_EQ(Pass({{"refs/heads/main", "a", last}}), Lines{"refs/heads/main"});
}

TEST_F(MessageGateTest, RemembersThatABranchGoesForward) {
  KnownAncestors known;
  const GateSetting setting{.known_ancestors = &known};
  repository_.Good("aside", {"a"});
  repository_.SetRef("refs/heads/main", "b");
  repository_.SetRef("refs/heads/other", "b");
  repository_.Good("c", {"b"});
  Pass({{"refs/heads/main", "b", "c"}, {"refs/heads/other", "b", "aside"}}, "",
       setting);
  EXPECT_TRUE(known.Has(repository_["b"], repository_["c"]));
  EXPECT_FALSE(known.Has(repository_["b"], repository_["aside"]));
  EXPECT_FALSE(known.Has(repository_["c"], repository_["b"]));
}

TEST_F(MessageGateTest, TellsSoManyFindingsAndCountsTheOthers) {
  std::string last = "a";
  for (int i = 0; i < 5; ++i) {
    const std::string name = "n" + std::to_string(i);
    repository_.Bad(name, {last});
    last = name;
  }
  const std::vector<Candidate> candidates = PassedGates(
      repository_,
      PolicyOf("[output]\nmax-findings = 3\n" + std::string(kPolicy)),
      {{"refs/heads/main", "a", last}, {"refs/heads/x", "", last}});
  EXPECT_EQ(candidates[0].refusals.size(), 4u);
  EXPECT_EQ(candidates[0].left_out, 2u);
  EXPECT_EQ(candidates[1].refusals.size(), 1u);
  EXPECT_EQ(candidates[1].left_out, 5u);
}

TEST_F(MessageGateTest, ThrowsWhereAnObjectIsMissing) {
  repository_.Name("gone", std::string(40, '1'));
  repository_.Good("orphan", {"gone"});
  EXPECT_THROW(Pass({{"refs/heads/main", "a", "orphan"}}), Error);
  EXPECT_THROW(Pass({{"refs/heads/new", "", "orphan"}}), Error);
}

TEST_F(MessageGateTest, RefusesWhereHistoryIsCutOff) {
  repository_.Good("cut", {"b"});
  repository_.Good("top", {"cut"});
  repository_.CutOffAt("cut");
  EXPECT_EQ(Pass({{"refs/heads/main", "a", "top"}}),
            (Lines{"refs/heads/main",
                   "- the repository on the server is shallow: what comes "
                   "before commit <cut> is missing"}));
  repository_.SetRef("refs/heads/main", "cut");
  EXPECT_EQ(Pass({{"refs/heads/main", "cut", "top"}}),
            Lines{"refs/heads/main"});
}

}  // namespace
}  // namespace commitgate::testing
