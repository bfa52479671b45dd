// SPDX-License-Identifier: MIT
#include "validator/engine/suggest.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace commitgate {
namespace {

/// The whole table, without shortcuts.
size_t SlowDistance(std::string_view a, std::string_view b) {
  std::vector<std::vector<size_t>> table(a.size() + 1,
                                         std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      size_t& cell = table[i][j];
      cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                       table[i - 1][j - 1] + change});
      const bool swapped =
          i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped)
        cell = std::min(cell, table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

std::vector<std::string> WordsUpTo(size_t length) {
  std::vector<std::string> words = {""};
  for (size_t i = 0; i < words.size() && words[i].size() < length; ++i)
    for (const char c : {'a', 'b', 'c'})
      words.push_back(words[i] + c);
  return words;
}

TEST(EditDistance, CountsEachKindOfSlip) {
  const struct {
    const char* a;
    const char* b;
    size_t distance;
  } kCases[] = {
      {"", "", 0},        {"doc", "doc", 0},        {"", "doc", 3},
      {"doc", "docs", 1}, {"doc", "do", 1},         {"doc", "dic", 1},
      {"doc", "odc", 1},  {"src", "doc", 2},        {"crypto", "cyrpot", 2},
      {"a", "b", 1},      {"kitten", "sitting", 3},
  };
  for (const auto& [a, b, distance] : kCases) {
    SCOPED_TRACE(std::string(a) + " " + b);
    EXPECT_EQ(EditDistance(a, b, 5), distance);
    EXPECT_EQ(EditDistance(b, a, 5), distance);
  }
}

TEST(EditDistance, IsThatOfTheWholeTable) {
  const auto words = WordsUpTo(4);
  for (const std::string& a : words)
    for (const std::string& b : words)
      for (const size_t limit : {0, 1, 2, 9})
        ASSERT_EQ(EditDistance(a, b, limit),
                  std::min(SlowDistance(a, b), limit + 1))
            << a << ' ' << b << ' ' << limit;
}

TEST(EditDistance, NeverExceedsTheLimitByMoreThanOne) {
  EXPECT_EQ(EditDistance("abcdef", "uvwxyz", 2), 3u);
  EXPECT_EQ(EditDistance("", "uvwxyz", 2), 3u);
  EXPECT_EQ(EditDistance("abc", "xyz", static_cast<size_t>(-1)), 3u);
}

TEST(EditDistance, OfHugeWordsIsFoundAtOnce) {
  const std::string huge(1'000'000, 'a');
  EXPECT_EQ(EditDistance(huge, "doc", 2), 3u);
  EXPECT_EQ(EditDistance(huge, huge + "b", 2), 1u);
}

TEST(Closest, FindsWhatWasMeant) {
  constexpr std::string_view kWords[] = {"doc", "docs", "src", "test", "util"};
  const struct {
    const char* word;
    std::optional<std::string_view> closest;
  } kCases[] = {
      {"doc", "doc"},          {"docs", "docs"},      {"doca", "doc"},
      {"tset", "test"},        {"utils", "util"},     {"tests", "test"},
      {"", std::nullopt},      {"x", std::nullopt},   {"xy", std::nullopt},
      {"chaos", std::nullopt}, {"dir", std::nullopt},
  };
  for (const auto& [word, closest] : kCases)
    EXPECT_EQ(Closest(word, kWords), closest) << word;
}

TEST(Closest, FindsNothingAmongNothing) {
  EXPECT_EQ(Closest("doc", {}), std::nullopt);
}

}  // namespace
}  // namespace commitgate
