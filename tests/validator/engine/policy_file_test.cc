// SPDX-License-Identifier: MIT
#include "validator/engine/policy_file.h"

#include <functional>

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

using Read = std::function<void(const PolicyFile&, const TomlEntry&)>;

/// What is wrong with the entry `key` of `toml`.
std::string Refusal(std::string_view toml, const Read& read) {
  const PolicyFile file("f", toml);
  try {
    read(file, *file.root().Find("key"));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

struct Case {
  const char* toml;
  const char* refusal;
};

void Expect(const Read& read, std::span<const Case> cases) {
  for (const auto& [toml, refusal] : cases)
    EXPECT_EQ(Refusal(toml, read), refusal);
}

TEST(PolicyFile, TakesNumbersThatAreNotNegative) {
  constexpr Case kCases[] = {
      {"key = 0", ""},
      {"key = 9223372036854775807", ""},
      {"key = -1",
       "f:1:7: 'key' is -1, a number that is not negative is wanted"},
      {"key = 'x'", "f:1:7: 'key' is a string, a number is wanted"},
      {"key = 1.0",
       "f:1:7: 'key' is a number with a fraction, a number is wanted"},
      {"key = true", "f:1:7: 'key' is true or false, a number is wanted"},
      {"key = [1]", "f:1:7: 'key' is a list, a number is wanted"},
      {"key = 2024-01-01",
       "f:1:7: 'key' is a date or time, a number is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.Number(entry); }, kCases);
}

TEST(PolicyFile, TakesCountsFromOne) {
  constexpr Case kCases[] = {
      {"key = 1", ""},
      {"key = 9223372036854775807", ""},
      {"key = 0", "f:1:7: 'key' is 0, a number that is at least 1 is wanted"},
      {"key = -1", "f:1:7: 'key' is -1, a number that is at least 1 is wanted"},
      {"key = '1'", "f:1:7: 'key' is a string, a number is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.Count(entry); }, kCases);
}

TEST(PolicyFile, TakesBooleans) {
  constexpr Case kCases[] = {
      {"key = true", ""},
      {"key = false", ""},
      {"key = 'true'", "f:1:7: 'key' is a string, true or false is wanted"},
      {"key = 1", "f:1:7: 'key' is a number, true or false is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.Boolean(entry); }, kCases);
}

TEST(PolicyFile, TellsTrueFromFalse) {
  const PolicyFile file("f", "a = true\nb = false");
  EXPECT_TRUE(file.Boolean(*file.root().Find("a")));
  EXPECT_FALSE(file.Boolean(*file.root().Find("b")));
}

TEST(PolicyFile, TakesDurationsFromASecond) {
  constexpr Case kCases[] = {
      {"key = '1s'", ""},
      {"key = '36500d'", ""},
      {"key = '0m'",
       "f:1:7: 'key' is '0m', a duration such as '10m' is wanted, from '1s' to "
       "'36500d'"},
      {"key = '36501d'",
       "f:1:7: 'key' is '36501d', a duration such as '10m' is wanted, from "
       "'1s' to '36500d'"},
      {"key = ''",
       "f:1:7: 'key' is '', a duration such as '10m' is wanted, from '1s' to "
       "'36500d'"},
      {"key = 10", "f:1:7: 'key' is a number, a string is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.Duration(entry); }, kCases);
}

TEST(PolicyFile, TakesOneOfSeveralWords) {
  constexpr Case kCases[] = {
      {"key = 'any'", ""},
      {"key = 'non'",
       "f:1:7: unknown value for 'key': 'non', did you mean 'none'?"},
      {"key = ''",
       "f:1:7: unknown value for 'key': '', wanted is one of 'any', 'none'"},
      {"key = true", "f:1:7: 'key' is true or false, a string is wanted"},
  };
  constexpr std::string_view kWords[] = {"any", "none"};
  Expect([&](auto& file, auto& entry) { file.Choice(entry, kWords); }, kCases);
}

TEST(PolicyFile, TakesText) {
  constexpr Case kCases[] = {
      {"key = 'x'", ""},
      {"key = ''", "f:1:7: 'key' is empty"},
      {"key = 1", "f:1:7: 'key' is a number, a string is wanted"},
      {"key = {}", "f:1:7: 'key' is a table, a string is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.TextThatIsNotEmpty(entry); },
         kCases);
}

TEST(PolicyFile, TakesNames) {
  constexpr Case kCases[] = {
      {"key = []", ""},
      {"key = ['a', 'a b']", ""},
      {"key = 'a'", "f:1:7: 'key' is a string, a list is wanted"},
      {"key = ['a', 3]", "f:1:13: 'key' lists a number, a string is wanted"},
      {"key = [\n'']", "f:2:1: 'key' lists an empty name"},
      {"key = [['a']]", "f:1:8: 'key' lists a list, a string is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.Names(entry); }, kCases);
}

TEST(PolicyFile, TakesTables) {
  constexpr Case kCases[] = {
      {"[key]", ""},
      {"key = { a = 1 }", ""},
      {"key = 1", "f:1:7: 'key' is a number, a table is wanted"},
      {"[[key]]", "f:1:1: 'key' is a list, a table is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.Table(entry); }, kCases);
}

TEST(PolicyFile, TakesListsOfTables) {
  constexpr Case kCases[] = {
      {"[[key]]", ""},
      {"key = []", ""},
      {"[key]", "f:1:2: 'key' is a table, wanted is '[[key]]'"},
      {"key = ['a']", "f:1:8: 'key' is a string, a table is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.Tables(entry); }, kCases);
}

TEST(PolicyFile, TakesLevels) {
  constexpr Case kCases[] = {
      {"key = 'off'", ""},
      {"key = 'warning'", ""},
      {"key = 'error'", ""},
      {"key = 'eror'", "f:1:7: unknown level 'eror', did you mean 'error'?"},
      {"key = 'Error'", "f:1:7: unknown level 'Error', did you mean 'error'?"},
      {"key = 'loud'",
       "f:1:7: unknown level 'loud', wanted is one of 'off', 'warning', "
       "'error'"},
      {"key = ''",
       "f:1:7: unknown level '', wanted is one of 'off', 'warning', 'error'"},
      {"key = 2", "f:1:7: 'key' is a number, a string is wanted"},
  };
  Expect([](auto& file, auto& entry) { file.LevelOf(entry); }, kCases);
}

TEST(PolicyFile, TakesPatterns) {
  constexpr Case kCases[] = {
      {"key = 'a+'", ""},
      {"key = 'a('",
       "f:1:7: bad pattern 'a(' at offset 2: missing closing parenthesis"},
      {"key = ''", "f:1:7: 'key' is empty"},
  };
  Expect([](auto& file, auto& entry) { file.PatternOf(entry); }, kCases);
}

TEST(PolicyFile, ReadsEachLevel) {
  const PolicyFile file("f", "a = 'off'\nb = 'warning'\nc = 'error'");
  EXPECT_EQ(file.LevelOf(*file.root().Find("a")), Level::kOff);
  EXPECT_EQ(file.LevelOf(*file.root().Find("b")), Level::kWarning);
  EXPECT_EQ(file.LevelOf(*file.root().Find("c")), Level::kError);
}

TEST(PolicyFile, LimitOfTheSizeIsInclusive) {
  const std::string longest(PolicyFile::kMaxSize, '\n');
  EXPECT_NO_THROW(PolicyFile("f", longest));
  try {
    PolicyFile("f", longest + '\n');
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "f:1:1: policy is 1048577 bytes long, limit is 1048576");
  }
}

TEST(DidYouMean, NamesTheLikelyOneOrAllOrNone) {
  constexpr std::string_view kFew[] = {"alpha", "beta"};
  const std::vector<std::string_view> many(13, "alpha");
  EXPECT_EQ(DidYouMean("alpa", kFew), ", did you mean 'alpha'?");
  EXPECT_EQ(DidYouMean("gamma", kFew), ", wanted is one of 'alpha', 'beta'");
  EXPECT_EQ(DidYouMean("gamma", {}), "");
  EXPECT_EQ(DidYouMean("gamma", many), "");
  EXPECT_EQ(DidYouMean("alpa", many), ", did you mean 'alpha'?");
}

}  // namespace
}  // namespace commitgate
