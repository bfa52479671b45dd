// SPDX-License-Identifier: MIT
#include "rules/c_identifiers.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

std::string NamesIn(std::string_view source) {
  std::string names;
  for (const std::string_view name : CIdentifiers(source))
    names += (names.empty() ? "" : " ") + std::string(name);
  return names;
}

struct Row {
  const char* what;
  std::string_view source;
  const char* names;
};

TEST(CIdentifiers, AreWordsOfTheSource) {
  const std::vector<Row> rows = {
      {"a declaration", "NAPI_EXTERN int f(napi_env env);",
       "NAPI_EXTERN env f int napi_env"},
      {"a macro", "#define A_B(x) \\\n  x##_y", "A_B _y define x"},
      {"often the same", "a b a b a", "a b"},
      {"digits inside", "u8_1 x2", "u8_1 x2"},
      {"at the very end", "int end", "end int"},
      {"a division", "a / b", "a b"},
      {"behind a comment", "/* x */ a // y\nb", "a b"},
      {"behind a literal", "\"x\" a 'y' b", "a b"},
      {"behind a quote that is escaped", "\"x\\\"y\" a", "a"},
      {"behind a literal that nobody closes", "#error don't\na", "a don error"},
      {"bytes of all kinds", std::string_view("a\0b\xff", 4), "a b"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(NamesIn(row.source), row.names);
  }
}

TEST(CIdentifiers, AreNotWhatOnlyLooksLikeThem) {
  const std::vector<Row> rows = {
      {"nothing", "", ""},
      {"a number", "12 0xff 1e5", ""},
      {"a comment", "// a b", ""},
      {"a comment of several lines", "/* a\n b */", ""},
      {"a comment that nobody closes", "/* a\nb", ""},
      {"a comment that is no end of itself", "/*/ a */", ""},
      {"a comment within a comment", "// /* a\n/* // b */", ""},
      {"a literal", "\"a b\"", ""},
      {"a comment within a literal", "\"/*\" // a */", ""},
      {"a literal within a comment", "// \" a", ""},
      {"a literal with a backslash at its end", "\"a\\\\\" \"b", ""},
      {"a backslash at the very end", "\"a\\", ""},
      {"a quote at the very end", "'", ""},
      {"a slash at the very end", "/", ""},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(NamesIn(row.source), row.names);
  }
}

TEST(CIdentifiers, AreReadInLinearTime) {
  std::string source;
  for (const std::string_view part : {"/*", "\"", "'", "/", "//", "\\", "a"}) {
    source.clear();
    while (source.size() < 400'000)
      source += part;
    EXPECT_LE(CIdentifiers(source).size(), 1u) << part;
  }
}

}  // namespace
}  // namespace commitgate::testing
