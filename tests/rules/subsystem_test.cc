// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

Given Allowing(const std::string& names) {
  return {.options = {{"allow", names}}};
}

const Given kNodejs = Allowing(
    "build child_process crypto deps doc fs http http2 lib node-api src stream "
    "test test_runner tools v8 win");

TEST(Subsystem, KnownNamesAreAccepted) {
  const char* const kTitles[] = {
      "doc: x",
      "doc,test: x",
      "doc, test: x",
      "doc ,test : x",
      "http2: x",
      "deps: V8: x",
      "doc:x",
      "Revert \"doc: x\"",
      "Reapply \"Revert \"doc,test: x\" (#1)\" (#2)",
      "fixup! doc: x",
      "doc: https://example.com",
  };
  for (const char* const title : kTitles) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kSubsystem, title, kNodejs), Lines{});
  }
}

TEST(Subsystem, OtherTitlesAreRefused) {
  const struct {
    const char* title;
    Lines complaints;
  } kCases[] = {
      {"",
       {"1:1+0: error: title has no subsystem, 'subsystem: text' is wanted"}},
      {"fix a typo",
       {"1:1+0: error: title has no subsystem, 'subsystem: text' is wanted"}},
      {"Revert \"fix a typo\"",
       {"1:9+0: error: title has no subsystem, 'subsystem: text' is wanted"}},
      {"fix std::vector and https://example.com",
       {"1:1+0: error: title has no subsystem, 'subsystem: text' is wanted"}},
      {": x", {"1:1+0: error: name of a subsystem is empty"}},
      {"doc,: x", {"1:5+0: error: name of a subsystem is empty"}},
      {"doc,,test: x", {"1:5+0: error: name of a subsystem is empty"}},
      {"doc:", {"1:5+0: error: title has no text after its subsystem"}},
      {"Revert \"doc: \"",
       {"1:13+1: error: title has no text after its subsystem [ ]"}},
      {":",
       {"1:1+0: error: name of a subsystem is empty",
        "1:2+0: error: title has no text after its subsystem"}},
      {"zzzz: x", {"1:1+4: error: subsystem 'zzzz' is unknown [zzzz]"}},
      {"fix the doc: x",
       {"1:1+11: error: subsystem 'fix the doc' has a blank in it, commas "
        "separate names [fix the doc]"}},
  };
  for (const auto& [title, complaints] : kCases) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kSubsystem, title, kNodejs), complaints);
  }
}

TEST(Subsystem, PointsAtEachUnknownName) {
  EXPECT_EQ(Complaints(kSubsystem, "doc,do: x", kNodejs),
            Lines{"1:5+2: error: subsystem 'do' is unknown [do] -> doc"});
  EXPECT_EQ(
      Complaints(kSubsystem, "Revert \"文文文文, doc,  qqqq: x\"", kNodejs),
      (Lines{"1:9+8: error: subsystem '文文文文' is unknown [文文文文]",
             "1:25+4: error: subsystem 'qqqq' is unknown [qqqq]"}));
}

TEST(Subsystem, SuggestsWhatWasMeant) {
  const struct {
    const char* name;
    const char* suggestion;
  } kCases[] = {
      {"DOC", "doc"},
      {"Docs", "doc"},
      {"docs", "doc"},
      {"tests", "test"},
      {"n-api", "node-api"},
      {"N-API", "node-api"},
      {"napi", "node-api"},
      {"node api", "node-api"},
      {"crytpo", "crypto"},
      {"cyrpto", "crypto"},
      {"crypt", "crypto"},
      {"child-process", "child_process"},
      {"test-runner", "test_runner"},
      {"streams", "stream"},
      {"deps/v8", "deps"},
      {"test/fixtures", "test"},
      {"build(deps)", "build"},
      {"src (foo)", "src"},
      {"npm", "deps"},
  };
  for (const auto& [name, suggestion] : kCases) {
    SCOPED_TRACE(name);
    const Lines complaints =
        Complaints(kSubsystem, std::string(name) + ": x", kNodejs);
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_TRUE(
        complaints[0].ends_with("[" + std::string(name) + "] -> " + suggestion))
        << complaints[0];
  }
}

TEST(Subsystem, SuggestsTheSameNameInLowerCaseFirst) {
  EXPECT_EQ(Complaints(kSubsystem, "Tests: x", Allowing("test tests")),
            Lines{"1:1+5: error: subsystem 'Tests' is unknown [Tests] -> "
                  "tests"});
}

TEST(Subsystem, SuggestsNothingFarFetchedOrRefused) {
  EXPECT_EQ(Complaints(kSubsystem, "feat: x", kNodejs),
            Lines{"1:1+4: error: subsystem 'feat' is unknown [feat]"});
  EXPECT_EQ(Complaints(kSubsystem, "napi: x", Allowing("doc")),
            Lines{"1:1+4: error: subsystem 'napi' is unknown [napi]"});
}

TEST(Subsystem, AnyNameWillDoWithoutAList) {
  EXPECT_EQ(Complaints(kSubsystem, "anything at all: x"), Lines{});
  EXPECT_EQ(Complaints(kSubsystem, "a,: x"),
            Lines{"1:3+0: error: name of a subsystem is empty"});
}

TEST(Subsystem, PatternAllowsMore) {
  const Given given = {
      .options = {{"allow", "doc"}, {"allow-pattern", "^deps/[a-z0-9]+$"}}};
  EXPECT_EQ(Complaints(kSubsystem, "doc,deps/v8: x", given), Lines{});
  EXPECT_EQ(Complaints(kSubsystem, "deps/: x", given),
            Lines{"1:1+5: error: subsystem 'deps/' is unknown [deps/]"});
}

TEST(Subsystem, GivesUpWithThePattern) {
  const std::string name(Pattern::kMaxSubject + 1, 'x');
  const Lines complaints = Complaints(
      kSubsystem, name + ": x", {.options = {{"allow-pattern", "^doc$"}}});
  ASSERT_EQ(complaints.size(), 1u);
  EXPECT_TRUE(complaints[0].starts_with("gave up: subsystem: "))
      << complaints[0];
}

std::string Repeated(const std::string& name, int times) {
  std::string names;
  for (int i = 0; i < times; ++i)
    names += name;
  return names;
}

TEST(Subsystem, SearchesAHundredNamesAndNoMore) {
  const Given given = {
      .options = {{"allow", "doc"}, {"allow-pattern", "^src$"}}};
  const auto judge = [&](const std::string& names) {
    return Complaints(kSubsystem, names + "src: x", given);
  };
  EXPECT_EQ(judge(Repeated("src,", 99)), Lines{});
  EXPECT_EQ(judge(Repeated("doc,", 200)), Lines{});
  EXPECT_EQ(judge(Repeated("src,", 100)),
            Lines{"gave up: subsystem: too many subsystems for allow-pattern, "
                  "limit is 100"});
}

TEST(Subsystem, StopsWhereThePatternGaveUp) {
  const std::string hard = std::string(100, 'a') + "b";
  EXPECT_EQ(Complaints(kSubsystem, hard + ",zzzz: x",
                       {.options = {{"allow-pattern", "(a+)+$"}}}),
            Lines{"gave up: subsystem: pattern gave up: match limit exceeded"});
}

TEST(Subsystem, LevelOnRevertIsAnOption) {
  const auto judge = [](const char* title, const char* level) {
    return Complaints(kSubsystem, title,
                      {.options = {{"allow", "doc"}, {"on-revert", level}}});
  };
  EXPECT_EQ(judge("Revert \"zzzz: x\"", "error"),
            Lines{"1:9+4: error: subsystem 'zzzz' is unknown [zzzz]"});
  EXPECT_EQ(judge("Revert \"zzzz: x\"", "warning"),
            Lines{"1:9+4: warning: subsystem 'zzzz' is unknown [zzzz]"});
  EXPECT_EQ(judge("Revert \"zzzz: x\"", "off"), Lines{});
  EXPECT_EQ(judge("zzzz: x", "off"),
            Lines{"1:1+4: error: subsystem 'zzzz' is unknown [zzzz]"});
}

TEST(Subsystem, ManyUnknownNamesAreSummedUp) {
  const Lines complaints =
      Complaints(kSubsystem, std::string(999, ',') + ": x", kNodejs);
  ASSERT_EQ(complaints.size(), 11u);
  EXPECT_EQ(complaints[9], "1:10+0: error: name of a subsystem is empty");
  EXPECT_TRUE(complaints[10].starts_with(
      "1:1+999: error: 990 more subsystems are unknown or empty"))
      << complaints[10];
}

TEST(Subsystem, LongNamesAreCutInTheText) {
  const std::string name(50, 'x');
  EXPECT_EQ(Complaints(kSubsystem, name + ": x", kNodejs),
            Lines{"1:1+50: error: subsystem '" + std::string(40, 'x') +
                  "...' is unknown [" + name + "]"});
}

TEST(Subsystem, BareTitlesAreAcceptedThatThePolicyNames) {
  const Given given = {.options = {{"bare-pattern", "\\ALinux [0-9.]+\\z"}}};
  for (const char* const title :
       {"Linux 6.1", "Revert \"Linux 6.1\"", "doc: x"}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kSubsystem, title, given), Lines{});
  }
  for (const char* const title : {"", "Linux", "Linux 6.1 is out", "x"}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kSubsystem, title, given),
              Lines{"1:1+0: error: title has no subsystem, 'subsystem: text' "
                    "is wanted"});
  }
  EXPECT_EQ(Complaints(kSubsystem, ": Linux 6.1", given),
            Lines{"1:1+0: error: name of a subsystem is empty"});
}

TEST(Subsystem, BareTitlesThatCannotBeSearchedAreNotJudged) {
  const std::string title(Pattern::kMaxSubject + 1, 'x');
  EXPECT_EQ(Complaints(kSubsystem, title, {.options = {{"bare-pattern", "y"}}}),
            Lines{"gave up: subsystem: pattern gave up: text of 32769 bytes is "
                  "too long, limit is 32768"});
}

}  // namespace
}  // namespace commitgate::testing
