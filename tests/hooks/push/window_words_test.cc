// SPDX-License-Identifier: MIT
#include "hooks/push/window_words.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Why = WindowRefusal::Why;
using Lines = std::vector<std::string>;

ObjectId IdOf(char digit) {
  return *ObjectId::FromHex(std::string(40, digit));
}

const std::string kOld(40, '1');
const std::string kNew(40, '2');

WantedMove Move() {
  return {.ref = "refs/heads/main",
          .kind = RowKind::kRewrite,
          .before = IdOf('1'),
          .after = IdOf('2'),
          .pusher = Pusher{"unix", "alice"},
          .within = 600 * kSecond};
}

WindowRefusal Refusal(Why why) {
  return {.why = why,
          .commit = IdOf('1'),
          .age = 660 * kSecond,
          .within = 600 * kSecond,
          .who = Pusher{"unix", "bob"},
          .ref = "refs/tags/v1"};
}

Lines AllLines(const Remark& remark) {
  Lines lines{remark.what};
  lines.insert(lines.end(), remark.more.begin(), remark.more.end());
  return lines;
}

TEST(WindowWords, SayTheRuleTheAgeAndWhatToDo) {
  EXPECT_EQ(
      AllLines(DescribeRefusal(Refusal(Why::kTooLate), Move())),
      (Lines{"commit 111111111111 is final, it was pushed 11 minutes ago",
             "here a push may be rewritten by its pusher for 10 minutes",
             "put a new commit on top instead",
             "or ask somebody with access to the server for a grant:",
             "  commitgate grant --ref refs/heads/main --old " + kOld +
                 " --new " + kNew + " --to alice --reason '...' --for 1h"}));
}

TEST(WindowWords, SayWhoElseHasPushed) {
  EXPECT_EQ(DescribeRefusal(Refusal(Why::kSomebodySince), Move()).what,
            "commit 111111111111 is final, 'bob' has pushed since");
  EXPECT_EQ(DescribeRefusal(Refusal(Why::kSomebodyElses), Move()).what,
            "commit 111111111111 was pushed by 'bob'");
}

TEST(WindowWords, AreShortLinesButForCommands) {
  for (const Why why :
       {Why::kNotHere, Why::kUnknownTip, Why::kClockWentBack, Why::kFinal,
        Why::kSomebodyElses, Why::kTooLate, Why::kSomebodySince,
        Why::kElsewhere, Why::kNotMessageOnly})
    for (const RowKind kind :
         {RowKind::kRewrite, RowKind::kDelete, RowKind::kCreate}) {
      WantedMove move = Move();
      move.kind = kind;
      for (const std::string& line :
           AllLines(DescribeRefusal(Refusal(why), move)))
        EXPECT_TRUE(line.starts_with(' ') || line.size() <= 72) << line;
    }
}

TEST(WindowWords, OfferNobodyAGrant) {
  WantedMove move = Move();
  move.pusher = std::nullopt;
  EXPECT_EQ(DescribeNobody(move).more,
            (Lines{"and the server does not know who pushes",
                   "put a new commit on top instead"}));
}

TEST(WindowWords, NameNothingForWhatIsToBeDeleted) {
  WantedMove move = Move();
  move.kind = RowKind::kDelete;
  move.after = std::nullopt;
  EXPECT_NE(DescribeNoDeletion(move).more.back().find(" --new none "),
            std::string::npos);
}

TEST(WindowWords, QuoteNamesForTheShellTheyAreCopiedTo) {
  const struct {
    const char* what;
    std::string ref;
    std::string word;
  } kCases[] = {
      {"a command", "refs/heads/a;reboot", "'refs/heads/a;reboot'"},
      {"a substitution", "refs/heads/$(reboot)", "'refs/heads/$(reboot)'"},
      {"a quote", "refs/heads/a'b", "'refs/heads/a'\\''b'"},
      {"an escape sequence", "refs/heads/a\x1b[31m", "'refs/heads/a\\x1b[31m'"},
      {"nothing unusual", "refs/heads/v1.x-staging_2",
       "refs/heads/v1.x-staging_2"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    WantedMove move = Move();
    move.ref = test.ref;
    const std::string command = DescribeTagMove(move).more.back();
    EXPECT_NE(command.find(" --ref " + test.word + " --old "),
              std::string::npos)
        << command;
  }
}

TEST(WindowWords, EscapeNames) {
  WindowRefusal refusal = Refusal(Why::kSomebodyElses);
  refusal.who = Pusher{"unix", "b\x1b]0;ob"};
  EXPECT_EQ(DescribeRefusal(refusal, Move()).what,
            "commit 111111111111 was pushed by 'b\\x1b]0;ob'");
}

}  // namespace
}  // namespace commitgate
