// SPDX-License-Identifier: MIT
#include "rules/conventional_parts.h"

#include <string>

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using Fault = ConventionalParts::Fault;

/// `type|scope|description`, `-` for no scope.
std::string Parts(std::string_view text) {
  const ConventionalParts parts = ParseConventional(text);
  EXPECT_EQ(parts.fault, Fault::kNone);
  return std::string(parts.type) + '|' +
         std::string(parts.scope.value_or("-")) + '|' +
         std::string(parts.description);
}

TEST(ConventionalParts, AreTakenApart) {
  EXPECT_EQ(Parts("feat: add x"), "feat|-|add x");
  EXPECT_EQ(Parts("feat!: add x"), "feat|-|add x");
  EXPECT_EQ(Parts("feat(parser): add x"), "feat|parser|add x");
  EXPECT_EQ(Parts("feat(parser)!: add x"), "feat|parser|add x");
  EXPECT_EQ(Parts("feat(a, b): add x"), "feat|a, b|add x");
  EXPECT_EQ(Parts("feat(a:b): add x"), "feat|a:b|add x");
  EXPECT_EQ(Parts("feat(): add x"), "feat||add x");
  EXPECT_EQ(Parts("feat: add x: y"), "feat|-|add x: y");
  EXPECT_EQ(Parts("feat:  add x"), "feat|-|add x");
}

TEST(ConventionalParts, LackWhatIsWanted) {
  const struct {
    const char* text;
    Fault fault;
    const char* culprit;
  } kCases[] = {
      {"", Fault::kNoType, ""},
      {": x", Fault::kNoType, ":"},
      {"(parser): x", Fault::kNoType, "(parser):"},
      {"!: x", Fault::kNoType, "!:"},
      {" feat: x", Fault::kNoType, " feat:"},
      {"feat(parser: x", Fault::kOpenScope, "(parser:"},
      {"feat(", Fault::kOpenScope, "("},
      {"feat", Fault::kNoColon, ""},
      {"feat add x", Fault::kNoColon, " add"},
      {"feat : x", Fault::kBlankBeforeColon, " :"},
      {"feat(parser)!  :x", Fault::kBlankBeforeColon, " "},
      {"feat :", Fault::kNoDescription, ""},
      {"feat ", Fault::kNoColon, " "},
      {"feat !: x", Fault::kNoColon, " !:"},
      {"feat (parser): x", Fault::kNoColon, " (parser):"},
      {"feat(parser) x", Fault::kNoColon, " x"},
      {"feat(parser)", Fault::kNoColon, ""},
      {"feat!(parser): x", Fault::kNoColon, "(parser):"},
      {"feat!!: x", Fault::kNoColon, "!:"},
      {"feat(a)(b): x", Fault::kNoColon, "(b):"},
      {"feat:x", Fault::kNoSpace, "x"},
      {"feat:", Fault::kNoDescription, ""},
      {"feat(parser)!:  ", Fault::kNoDescription, " "},
  };
  for (const auto& [text, fault, culprit] : kCases) {
    SCOPED_TRACE(text);
    const ConventionalParts parts = ParseConventional(text);
    EXPECT_EQ(parts.fault, fault);
    EXPECT_EQ(parts.culprit, culprit);
  }
}

}  // namespace
}  // namespace commitgate::testing
