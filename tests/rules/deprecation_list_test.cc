// SPDX-License-Identifier: MIT
#include "rules/deprecation_list.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

TEST(DeprecationList, HasIdsWithTheirTypes) {
  constexpr std::string_view kText =
      "# Deprecated APIs\n"
      "\n"
      "Type: none\n"
      "\n"
      "<a id=\"DEP0001\"></a>\n"
      "### DEP0001: `http.flush`\n"
      "<!-- YAML\n"
      "changes:\n"
      "  - version: v1.6.0\n"
      "    description: Runtime deprecation.\n"
      "-->\n"
      "\n"
      "Type: End-of-Life\r\n"
      "\n"
      "## `DEP00XX`: later\n"
      "\n"
      "Type:  Documentation-only (supports [`--pending-deprecation`][])\n"
      "\n"
      "<a id=\"DEP0003\"></a>\n";
  const DeprecationList expected = {
      {"DEP0001", {1, 1, "End-of-Life", true}},
      {"DEP0003", {0, 1, "", false}},
      {"DEP00XX",
       {1, 0, "Documentation-only (supports [`--pending-deprecation`][])",
        false}},
  };
  EXPECT_EQ(ReadDeprecations(kText), expected);
}

TEST(DeprecationList, CountsHeadingsAndAnchorsApart) {
  const DeprecationList expected = {{"DEP1", {2, 3, "", false}}};
  EXPECT_EQ(ReadDeprecations("# DEP1\n<a id=\"DEP1\">\n#DEP1: x\n"
                             "<a id=\"DEP1\"></a>\n<a id=\"DEP1"),
            expected);
}

TEST(DeprecationList, HasNoOtherIds) {
  for (const std::string_view text : {
           "",
           "#",
           "# ",
           "<a id=\"",
           "DEP0001: no heading",
           " ### DEP0001: in the text",
           "### About DEP0001",
           "### DEP",
           "### DEP: x",
           "### DEPRECATED",
           "### DEP0001a",
           "### dep0001: x",
           "<a id=\"dep0001\"></a>",
           "<a id=\"x-DEP0001\"></a>",
           "text <a id=\"DEP0001\"></a>",
           "<a name=\"DEP0001\"></a>",
       }) {
    SCOPED_TRACE(text);
    EXPECT_EQ(ReadDeprecations(text), DeprecationList{});
  }
}

TEST(DeprecationList, IsReadFromAnyBytes) {
  std::string text;
  while (text.size() < 400'000)
    text += "# `";
  EXPECT_EQ(ReadDeprecations(text), DeprecationList{});
  text.assign(400'000, '#');
  EXPECT_EQ(ReadDeprecations(text), DeprecationList{});
}

}  // namespace
}  // namespace commitgate::testing
