// SPDX-License-Identifier: MIT
#include "validator/engine/pattern.h"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Outcome = Pattern::Outcome;
using namespace std::string_literals;

TEST(Pattern, Matches) {
  const struct {
    const char* what;
    const char* pattern;
    std::string subject;
    std::string match;
  } kCases[] = {
      {"a word", "b+", "abbc", "bb"},
      {"the first of two", "b", "abb", "b"},
      {"nothing in nothing", "", "", ""},
      {"nothing in something", "x*", "abc", ""},
      {"the start of a line", "^b", "a\nb", "b"},
      {"the end of a line", "a$", "a\nb", "a"},
      {"over lines when told to", "(?s)a.b", "a\nb", "a\nb"},
      {"a code point", "^.$", "\u00e9", "\u00e9"},
      {"beside bytes that are no UTF-8", "b",
       "a\xff"
       "b",
       "b"},
      {"behind a NUL", "b", "a\0b"s, "b"},
      {"a NUL", "\\x00", "a\0b"s, "\0"s},
      {"by property", "\\p{Lu}", "a\u00c9", "\u00c9"},
      {"with groups", "(a)(b)(c)", "xabc", "abc"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    const auto result = Pattern(row.pattern).Search(row.subject);
    EXPECT_EQ(result.outcome, Outcome::kMatch);
    EXPECT_EQ(result.match, row.match);
    EXPECT_EQ(result.reason, "");
  }
}

TEST(Pattern, DoesNotMatch) {
  const struct {
    const char* what;
    const char* pattern;
    std::string subject;
  } kCases[] = {
      {"another word", "x", "abc"},
      {"something in nothing", ".", ""},
      {"a line feed", "a.b", "a\nb"},
      {"with another case", "A", "a"},
      {"a byte of a code point", "^..$", "\u00e9"},
      {"a byte that is no UTF-8", "a.b",
       "a\xff"
       "b"},
      {"a line feed at a CR", "a$", "a\rb"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(Pattern(row.pattern).Search(row.subject).outcome,
              Outcome::kNoMatch);
  }
}

TEST(Pattern, MatchesNothingInAViewOfNothing) {
  EXPECT_EQ(Pattern("").Search({}).outcome, Outcome::kMatch);
  EXPECT_EQ(Pattern("a").Search({}).outcome, Outcome::kNoMatch);
}

TEST(Pattern, MatchIsAViewIntoTheSubject) {
  const std::string subject = "abc";
  EXPECT_EQ(Pattern("b").Search(subject).match.data(), subject.data() + 1);
}

TEST(Pattern, RefusesWhatPcre2DoesNotAccept) {
  const struct {
    const char* what;
    std::string pattern;
    size_t offset;
    const char* reason;
  } kCases[] = {
      {"an open group", "ab(", 3, "missing closing parenthesis"},
      {"an open class", "[a", 2, "missing terminating ] for character class"},
      {"a repeat of nothing", "*", 0,
       "quantifier does not follow a repeatable item"},
      {"a single byte", "a\\C", 3, "using \\C is disabled by the application"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    try {
      Pattern pattern(row.pattern);
      FAIL() << "was accepted";
    } catch (const PatternError& error) {
      EXPECT_EQ(error.offset, row.offset);
      EXPECT_EQ(error.reason, row.reason);
    }
  }
}

TEST(Pattern, RefusesAsAnyErrorDoes) {
  try {
    Pattern pattern("a)");
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "bad pattern at offset 1: unmatched closing parenthesis");
  }
}

TEST(Pattern, RefusesBytesThatAreNoUtf8) {
  EXPECT_THROW(Pattern("a\xff"), PatternError);
}

/// How a search ended that must end soon.
Pattern::Result SearchQuickly(const std::string& pattern,
                              const std::string& subject) {
  const auto start = std::chrono::steady_clock::now();
  Pattern::Result result = Pattern(pattern).Search(subject);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10))
      << pattern;
  return result;
}

TEST(Pattern, GivesUpRatherThanHang) {
  const struct {
    const char* what;
    const char* pattern;
    std::string subject;
  } kCases[] = {
      {"nested repeats", "(a+)+$", std::string(100, 'a') + "b"},
      {"a limit that was raised", "(*LIMIT_MATCH=4000000000)(a+)+$",
       std::string(100, 'a') + "b"},
      {"other limits that were raised",
       "(*LIMIT_DEPTH=4000000000)(*LIMIT_HEAP=4000000000)(*NO_JIT)(a+)+$",
       std::string(100, 'a') + "b"},
      {"the interpreter", "(*NO_JIT)(a+)+$", std::string(100, 'a') + "b"},
      {"a costly start at each of many places", "(?:a|b)*c",
       std::string(30'000, 'a') + " c"},
      {"alternatives that overlap", "^(a|aa)+$", std::string(100, 'a') + "b"},
      {"deep recursion", "^(a(?1)?b)$", std::string(30'000, 'a') + "b"},
      {"repeats beside each other", "(a+a+)+b", std::string(100, 'a') + " b"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    const auto result = SearchQuickly(row.pattern, row.subject);
    EXPECT_EQ(result.outcome, Outcome::kGaveUp);
    EXPECT_TRUE(result.reason.starts_with("pattern gave up: "))
        << result.reason;
  }
}

TEST(Pattern, SearchesAgainAfterItGaveUp) {
  const Pattern pattern("(a+)+$");
  EXPECT_EQ(pattern.Search(std::string(100, 'a') + "b").outcome,
            Outcome::kGaveUp);
  EXPECT_EQ(pattern.Search("aaa").match, "aaa");
}

TEST(Pattern, RunsOverALongMessage) {
  const std::string line =
      "a line of a message as people write them, 60 long\n";
  std::string message;
  while (message.size() < 10'000)
    message += line;
  EXPECT_EQ(Pattern("(?:[a-z0-9, ]|\\n)+$").Search(message).match, message);
}

TEST(Pattern, LimitOfTheSubjectIsInclusive) {
  const Pattern pattern("x");
  const std::string longest(Pattern::kMaxSubject, 'a');
  EXPECT_EQ(pattern.Search(longest).outcome, Outcome::kNoMatch);
  const auto result = pattern.Search(longest + 'a');
  EXPECT_EQ(result.outcome, Outcome::kGaveUp);
  EXPECT_EQ(result.reason,
            "pattern gave up: text of 32769 bytes is too long, limit is 32768");
}

TEST(Pattern, HarmlessOneIsQuickOnTheLongestSubject) {
  const std::string subject = std::string(Pattern::kMaxSubject - 1, 'a') + 'x';
  for (const char* pattern :
       {"\\w+[:;]", "(?<!x)\\w+[:;]", "(?:\\w+-)?\\w+[:;]", "\\s+$"})
    SearchQuickly(pattern, subject);
}

TEST(Pattern, KeepsItsSourceWhenMoved) {
  Pattern one("a+");
  Pattern two(std::move(one));
  EXPECT_EQ(two.source(), "a+");
  EXPECT_EQ(two.Search("baa").match, "aa");
  Pattern three("b");
  three = std::move(two);
  EXPECT_EQ(three.Search("baa").match, "aa");
}

TEST(Pattern, CanBeSharedByThreads) {
  const Pattern pattern("^(\\w+): ");
  std::atomic<int> matches = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 500; ++j)
        if (pattern.Search("doc: text").match == "doc: ")
          ++matches;
    });
  for (std::thread& thread : threads)
    thread.join();
  EXPECT_EQ(matches, 2000);
}

}  // namespace
}  // namespace commitgate
