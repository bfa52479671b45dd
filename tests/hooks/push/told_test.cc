// SPDX-License-Identifier: MIT
#include "hooks/push/told.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/validator/report/reported.h"
#include "validator/message/text.h"

namespace commitgate::testing {
namespace {

Candidate Asked(std::string ref, std::vector<Remark> refusals = {},
                std::vector<Remark> warnings = {}) {
  return {.update = {std::move(ref), {}, {}},
          .refusals = std::move(refusals),
          .warnings = std::move(warnings)};
}

Answer Accepted(std::string ref) {
  return {.ref = std::move(ref), .accepted = true};
}

Answer Refused(std::string ref, std::vector<Remark> refusals = {}) {
  return {.ref = std::move(ref), .refusals = std::move(refusals)};
}

const Remark kFinding{"0123456789ab doc: x.",
                      {"  1:7: error: no full stop [title-format]",
                       "      doc: x.", "            ^"}};
const Remark kSecond{"0123456789ab doc: x.",
                     {"  1:1: error: PR-URL is missing [pr-url]"}};
const Remark kMending{"to reword the last commit, and then push again:",
                      {"  git commit --amend"}};

PushPolicy Policy(int64_t max_findings, bool gitlab = false) {
  PushPolicy policy;
  policy.max_findings = max_findings;
  policy.gitlab = gitlab;
  return policy;
}

TEST(TellPusher, IsSilentWhereThereIsNothingToSay) {
  EXPECT_EQ(TellPusher({}, {}, {}), "");
  EXPECT_EQ(
      TellPusher({Asked("refs/heads/main")}, {Accepted("refs/heads/main")}, {}),
      "");
  EXPECT_EQ(TellPusher({Asked("refs/heads/main"), Asked("refs/tags/v1")},
                       {Accepted("refs/heads/main"), Accepted("refs/tags/v1")},
                       Policy(50, true)),
            "");
}

TEST(TellPusher, TellsEachFindingOfACommitAndThenWhatToDo) {
  EXPECT_EQ(
      TellPusher({Asked("refs/heads/main", {kFinding, kSecond, kMending})},
                 {Refused("refs/heads/main", {kFinding, kSecond, kMending})},
                 {}),
      R"(refs/heads/main: refused
  0123456789ab doc: x.
    1:7: error: no full stop [title-format]
        doc: x.
              ^
    1:1: error: PR-URL is missing [pr-url]
  to reword the last commit, and then push again:
    git commit --amend

the push is refused, the ref stays as it was
)");
}

TEST(TellPusher, AddsWhatTheLedgerSaysToWhatTheGatesSay) {
  EXPECT_EQ(
      TellPusher({Asked("refs/heads/main", {kMending})},
                 {Refused("refs/heads/main",
                          {kMending, {"the window is closed", {"wait"}}})},
                 {}),
      R"(refs/heads/main: refused
  to reword the last commit, and then push again:
    git commit --amend
  the window is closed
    wait

the push is refused, the ref stays as it was
)");
}

TEST(TellPusher, TellsWhatTheGatesSayWithoutAnAnswer) {
  EXPECT_EQ(TellPusher({Asked("refs/heads/main", {{"no"}})}, {}, {}),
            "refs/heads/main: refused\n"
            "  no\n"
            "\n"
            "the push is refused, the ref stays as it was\n");
}

TEST(TellPusher, NamesRefsThatAreRefusedWithOthersInOneLine) {
  EXPECT_EQ(TellPusher({Asked("refs/heads/a"), Asked("refs/heads/b", {{"no"}}),
                        Asked("refs/heads/c", {}, {{"odd"}})},
                       {Refused("refs/heads/a"), Refused("refs/heads/b"),
                        Refused("refs/heads/c")},
                       {}),
            R"(refs/heads/b: refused
  no

refs/heads/c: warnings
  odd

nothing is wrong with 'refs/heads/a', 'refs/heads/c'
the push is refused, all 3 refs stay as they were
)");
}

TEST(TellPusher, TellsWarningsOfAnAcceptedPush) {
  EXPECT_EQ(TellPusher({Asked("refs/heads/a", {}, {kFinding, kSecond}),
                        Asked("refs/heads/b")},
                       {Accepted("refs/heads/a"), Accepted("refs/heads/b")},
                       Policy(50, true)),
            R"(refs/heads/a: warnings
  0123456789ab doc: x.
    1:7: error: no full stop [title-format]
        doc: x.
              ^
    1:1: error: PR-URL is missing [pr-url]

the push is accepted, with warnings
)");
}

TEST(TellPusher, MarksEachLineOfARefusalForGitlab) {
  EXPECT_EQ(TellPusher({Asked("refs/heads/a", {{"no", {"because"}}})},
                       {Refused("refs/heads/a")}, Policy(50, true)),
            "GL-HOOK-ERR: refs/heads/a: refused\n"
            "GL-HOOK-ERR:   no\n"
            "GL-HOOK-ERR:     because\n"
            "GL-HOOK-ERR: \n"
            "GL-HOOK-ERR: the push is refused, the ref stays as it was\n");
}

TEST(TellPusher, BreaksLinesThatAreTooLongButNoCommands) {
  const std::string words = "one two three four five six seven eight nine ten ";
  const std::string command = "  git push " + std::string(80, 'x') + " y z";
  EXPECT_EQ(TellPusher({Asked("refs/heads/a",
                              {{words + words, {words + words, command}}})},
                       {}, {}),
            R"(refs/heads/a: refused
  one two three four five six seven eight nine ten one two three four
    five six seven eight nine ten
    one two three four five six seven eight nine ten one two three four
      five six seven eight nine ten
    git push )" +
                std::string(80, 'x') + R"( y z

the push is refused, the ref stays as it was
)");
}

TEST(TellPusher, TellsSoManyFindingsOfThePushAndAlwaysWhatToDo) {
  const auto numbered = [](int count) {
    std::vector<Remark> remarks;
    for (int i = 1; i <= count; ++i)
      remarks.push_back({"finding " + std::to_string(i)});
    remarks.push_back(kMending);
    return remarks;
  };
  Candidate main = Asked("refs/heads/main", numbered(4), {{"odd"}});
  main.left_out = 7;
  EXPECT_EQ(
      TellPusher({main, Asked("refs/heads/next", numbered(2))}, {}, Policy(3)),
      R"(refs/heads/main: refused
  finding 1
  finding 2
  finding 3
  to reword the last commit, and then push again:
    git commit --amend

and 12 more findings
the push is refused, all 2 refs stay as they were
)");
}

TEST(TellPusher, CutsALongListOfRefs) {
  std::vector<Candidate> candidates;
  for (int i = 0; i < 1'000; ++i)
    candidates.push_back(Asked("refs/heads/" + std::to_string(i), {{"no"}}));
  EXPECT_EQ(TellPusher(candidates, {}, Policy(2)),
            R"(refs/heads/0: refused
  no

refs/heads/1: refused
  no

and 998 more findings
the push is refused, all 1000 refs stay as they were
)");
}

TEST(TellPusher, SendsNothingToATerminalThatCouldDoHarm) {
  for (const std::string& text : HostileTexts()) {
    SCOPED_TRACE(text);
    const std::string told = TellPusher(
        {Asked("refs/heads/" + text, {{text, {text, "  " + text}}}, {{text}}),
         Asked("refs/heads/x" + text)},
        {Refused("refs/heads/" + text), Refused("refs/heads/x" + text)},
        Policy(50, true));
    EXPECT_TRUE(std::ranges::all_of(told, [](char c) {
      return c == '\n' || (static_cast<unsigned char>(c) >= ' ' && c != 0x7f);
    })) << told;
    for (const Line& line : SplitLines(told))
      EXPECT_TRUE(line.raw.starts_with("GL-HOOK-ERR: ")) << told;
  }
}

TEST(TellPusher, KeepsLongNamesShort) {
  const std::string ref = "refs/heads/" + std::string(100'000, 'x');
  EXPECT_LT(TellPusher({Asked(ref, {{"no"}}), Asked(ref + "y")},
                       {Refused(ref), Refused(ref + "y")}, {})
                .size(),
            2'000u);
}

}  // namespace
}  // namespace commitgate::testing
