// SPDX-License-Identifier: MIT
#include "validator/message/trailers_of_key.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace commitgate {
namespace {

using Trailers = std::vector<Trailer>;

Trailer At(size_t line, std::string_view key, std::string_view value) {
  return {.key = key, .value = value, .first_line = line};
}

/// The values of the trailers with the key `K`, each behind a blank.
std::string Values(const Trailers& stray, const Trailers& block) {
  std::string values;
  for (const Trailer* const trailer : TrailersOfKey(stray, block, "K"))
    values.append(" ").append(trailer->value);
  return values;
}

TEST(TrailersOfKey, AreInTheOrderOfTheMessage) {
  const struct {
    const char* what;
    Trailers stray;
    Trailers block;
    std::string_view values;
  } kCases[] = {
      {"none", {}, {}, ""},
      {"a block", {}, {At(2, "K", "1"), At(3, "k", "2")}, " 1 2"},
      {"stray ones", {At(2, "K", "1"), At(4, "K", "2")}, {}, " 1 2"},
      {"both",
       {At(2, "K", "1"), At(9, "K", "4")},
       {At(4, "K", "2"), At(5, "K", "3")},
       " 1 2 3 4"},
      {"a block behind others of no use",
       {At(2, "X", "1"), At(3, "X", "2")},
       {At(5, "X", "3"), At(6, "K", "4")},
       " 4"},
      {"only others", {At(2, "X", "1")}, {At(5, "KK", "2")}, ""},
      {"others between",
       {},
       {At(2, "K", "1"), At(3, "X", "2"), At(4, "K", "3")},
       " 1 3"},
  };
  for (const auto& [what, stray, block, values] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Values(stray, block), values);
    const TrailersOfKey found(stray, block, "k");
    EXPECT_EQ(found.size(), values.size() / 2);
    EXPECT_EQ(found.empty(), values.empty());
  }
}

TEST(TrailersOfKey, AreARange) {
  const Trailers block = {At(1, "K", "1"), At(2, "K", "2")};
  const TrailersOfKey found({}, block, "K");
  const auto is_second = [](const Trailer* trailer) {
    return trailer->value == "2";
  };
  EXPECT_TRUE(std::ranges::any_of(found, is_second));
  EXPECT_FALSE(std::ranges::all_of(found, is_second));
  EXPECT_EQ(*found.begin(), &block[0]);
  EXPECT_EQ(*found.begin(), &block[0]) << "each time from the start";
}

}  // namespace
}  // namespace commitgate
