// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

const std::string kId = "0123456789abcdef0123456789abcdef01234567";
const Finding kError{"alpha",     Level::kError, {1, 1, 4},
                     "no 'docs'", "docs",        "doc"};
const Finding kWarning{"beta",     Level::kWarning, {3, 6, 4},
                       "odd word", "word",          {}};
const Finding kMissing{"landing", Level::kError, {}, "PR-URL is missing", {},
                       {}};
const std::string kMessage = "docs: add\n\nsome words\n";

TEST(TextReport, ShowsEachFindingWithItsLine) {
  EXPECT_EQ(
      Report("text", {{kId, kMessage, Found({kError, kMissing, kWarning})}}),
      R"(0123456789ab docs: add
  1:1: error: no 'docs' [alpha]
      docs: add
      ^~~~
      help: write 'doc'
  1:1: error: PR-URL is missing [landing]
  3:6: warning: odd word [beta]
      some words
           ^~~~

1 commit judged: 1 rejected
)");
}

TEST(TextReport, IsSilentAboutCommitsThatPass) {
  EXPECT_EQ(Report("text", {{"1111", "doc: good"}, {"2222", "doc: good"}}),
            "2 commits judged: nothing to object\n");
}

TEST(TextReport, SaysWhatCouldNotBeJudged) {
  EXPECT_EQ(Report("text", {{"v9", "", Failed("unknown revision 'v9'")}}),
            R"(v9
  error: could not judge: unknown revision 'v9'

1 commit judged: 1 could not be judged
)");
}

TEST(TextReport, EndsWithASummary) {
  const std::string report =
      Report("text", {{"1", "a"},
                      {"2", kMessage, Found({kError})},
                      {"3", kMessage, Found({kWarning})},
                      {"4", kMessage, Found({kWarning, kError})},
                      {"5", "", Failed("it is gone")}});
  EXPECT_EQ(report.substr(report.rfind("\n\n") + 2),
            "5 commits judged: 2 rejected, 1 with warnings, 1 could not be "
            "judged\n");
  EXPECT_EQ(Report("text", {}), "no commits to judge\n");
}

TEST(TextReport, HasOnlyErrorsWhenQuiet) {
  EXPECT_EQ(Report("text",
                   {{"1", "a"},
                    {"2", kMessage, Found({kWarning})},
                    {"3", kMessage, Found({kWarning, kMissing})}},
                   {.quiet = true}),
            "3 docs: add\n  1:1: error: PR-URL is missing [landing]\n\n");
  EXPECT_EQ(Report("text", {}, {.quiet = true}), "");
}

TEST(TextReport, ColorsOnlyWhereAsked) {
  EXPECT_EQ(Report("text", {{kId, kMessage, Found({kError})}}, {.color = true}),
            "\x1b[33m0123456789ab\x1b[m \x1b[1mdocs: add\x1b[m\n"
            "  1:1: \x1b[1;31merror:\x1b[m no 'docs' \x1b[2m[alpha]\x1b[m\n"
            "      docs: add\n"
            "      \x1b[1;32m^~~~\x1b[m\n"
            "      \x1b[36mhelp:\x1b[m write 'doc'\n"
            "\n"
            "1 commit judged: \x1b[1;31m1 rejected\x1b[m\n");
}

TEST(TextReport, NamesCommitsAsTheirReadersDo) {
  const struct {
    std::string id;
    std::string shown;
  } kCases[] = {
      {std::string(40, 'a'), std::string(12, 'a')},
      {std::string(64, 'b'), std::string(12, 'b')},
      {std::string(41, 'a'), std::string(41, 'a')},
      {"pull-7/3", "pull-7/3"},
      {".git/COMMIT_EDITMSG", ".git/COMMIT_EDITMSG"},
      {"a\x1b[m", "a\\x1b[m"},
      {std::string(100, 'x'), std::string(60, 'x') + "..."},
  };
  for (const auto& test : kCases) {
    const std::string report =
        Report("text", {{test.id, "", Found({kMissing})}});
    EXPECT_EQ(report.substr(0, report.find('\n')), test.shown);
  }
}

TEST(TextReport, ShowsNoLineThatIsNotThere) {
  const Finding finding{"alpha", Level::kError, {9, 4, 2}, "bad", "x", {}};
  EXPECT_EQ(
      Report("text", {{"1", "doc: x", Found({finding})}}, {.quiet = true}),
      "1 doc: x\n  9:4: error: bad [alpha]\n\n");
  EXPECT_EQ(Report("text", {{"1", "", Found({finding})}}, {.quiet = true}),
            "1\n  9:4: error: bad [alpha]\n\n");
}

TEST(TextReport, ShowsFiftyFindingsACommit) {
  const std::vector<Finding> fifty(50, kMissing);
  EXPECT_EQ(Report("text", {{"1", "", Found(fifty)}}).find(" more"),
            std::string::npos);
  std::vector<Finding> many(9'000, kMissing);
  many.resize(10'000, kWarning);
  const std::string all = Report("text", {{"1", "", Found(many)}});
  EXPECT_NE(all.find("[landing]\n  and 9950 more\n\n"), all.npos);
  const std::string quiet =
      Report("text", {{"1", "", Found(many)}}, {.quiet = true});
  EXPECT_NE(quiet.find("[landing]\n  and 8950 more\n\n"), quiet.npos);
}

TEST(TextReport, FitsIntoAWidthWhereItCanBeBroken) {
  const std::string words = "some words that go on and on";
  const Finding finding{"alpha", Level::kError, {1, 31, 4}, words, "on", words};
  EXPECT_EQ(Report("text",
                   {{kId, "doc: " + words + " and on", Found({finding})},
                    {kId, "", Failed(words + words)}},
                   {.quiet = true, .width = 40}),
            R"(0123456789ab doc: some words that go on and on and on
  1:31: error: some words that go on and
      on [alpha]
      ...t go on and on and on
                    ^~~~
      help: write 'some words that go on
        and on'

0123456789ab
  error: could not judge: some words
      that go on and onsome words that
      go on and on

)");
}

TEST(TextReport, OfAHugeMessageIsSmall) {
  const std::string huge(20'000'000, 'x');
  std::vector<Finding> findings(
      10'000, {"alpha", Level::kError, {1, 19'000'000, 5}, "bad", "x", "y"});
  findings[0].message = huge;
  findings[1].suggestion = huge;
  EXPECT_LT(Report("text", {{"1", huge, Found(std::move(findings))}}).size(),
            20'000u);
}

TEST(TextReport, KeepsItsLinesWhateverTheTextSays) {
  for (const std::string& text : HostileTexts()) {
    const Finding finding{"alpha", Level::kError, {1, 1, 1}, text, text, text};
    const std::string report =
        Report("text", {{text, "doc: x", Found({finding})}});
    EXPECT_EQ(std::count(report.begin(), report.end(), '\n'), 7) << report;
  }
}

}  // namespace
}  // namespace commitgate::testing
