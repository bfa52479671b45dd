// SPDX-License-Identifier: MIT
#include "commands/json_array.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace commitgate {
namespace {

using Texts = std::vector<std::string>;

Texts Read(JsonArray array) {
  Texts texts;
  while (const auto element = array.Next())
    texts.emplace_back(*element);
  return texts;
}

TEST(JsonArray, GivesOutItsElementsAsTheyAreWritten) {
  struct Case {
    const char* json;
    Texts elements;
  };
  const Case kCases[] = {
      {"[]", {}},
      {" [ \n ] ", {}},
      {"[1]", {"1"}},
      {"[1,2]", {"1", "2"}},
      {"[ 1 , null ] ", {" 1 ", " null "}},
      {R"(["a,b","c]d"])", {R"("a,b")", R"("c]d")"}},
      {R"(["\"","\\","\",[\\\""])", {R"("\"")", R"("\\")", R"("\",[\\\"")"}},
      {R"([{"a":[1,2],"b]":"}"},[[],[3]]])",
       {R"({"a":[1,2],"b]":"}"})", "[[],[3]]"}},
  };
  for (const Case& row : kCases) {
    SCOPED_TRACE(row.json);
    EXPECT_EQ(Read(JsonArray(row.json)), row.elements);
  }
}

TEST(JsonArray, MayBeOfOne) {
  EXPECT_EQ(Read(JsonArray::OfOne(R"({"a":1,"b":"]"})")),
            Texts{R"({"a":1,"b":"]"})"});
}

/// It is asked for well-formed JSON only, but reads no further in any case.
TEST(JsonArray, EndsWithItsText) {
  for (const std::string json :
       {"", "[", "[1", "[1,", "[\"", "[\"\\", "[{", "[]]", "]", "[}"}) {
    SCOPED_TRACE(json);
    EXPECT_LE(Read(JsonArray(json)).size(), 2u);
  }
}

TEST(JsonArray, TakesAnyDepthAndNumber) {
  const std::string deep =
      std::string(1'000'000, '[') + std::string(1'000'000, ']');
  EXPECT_EQ(Read(JsonArray("[" + deep + "]")).size(), 1u);
  std::string many = "[0";
  for (int i = 0; i < 100'000; ++i)
    many += ",0";
  EXPECT_EQ(Read(JsonArray(many + "]")).size(), 100'001u);
}

}  // namespace
}  // namespace commitgate
