// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(TitleSpaces, AreSingle) {
  constexpr RepairCase kCases[] = {
      {"none behind the colon", "doc:fix typo\n", "title-spaces",
       "doc: fix typo\n"},
      {"one before it", "doc : fix typo\n", "title-spaces", "doc: fix typo\n"},
      {"both", "doc,src :fix typo\n", "title-spaces", "doc,src: fix typo\n"},
      {"several behind it", "doc:   fix typo\n", "title-spaces",
       "doc: fix typo\n"},
      {"several between words", "doc: fix   a  typo\n", "title-spaces",
       "doc: fix a typo\n"},
      {"before the title", "  doc: fix typo\n", "title-spaces",
       "doc: fix typo\n"},
      {"tabs", "doc:\tfix\t\ttypo\n", "title-spaces", "doc: fix typo\n"},
      {"before the number of a merge", "doc: fix typo  (#1)\n", "title-spaces",
       "doc: fix typo (#1)\n"},
  };
  ExpectRepairs(kCases);
}

TEST(TitleSpaces, StayWhereTheyMayBeMeant) {
  constexpr RepairCase kCases[] = {
      {"the name of a module", "node:fs is a module\n"},
      {"a port", "localhost:80 is no server\n"},
      {"code", "doc: fix `a  b`\n"},
      {"a quote", "doc: fix \"a  b\"\n"},
      {"nothing before the colon", ":fix typo\n"},
      {"a revert", "Revert \"doc:fix typo\"\n"},
      {"too long already",
       "doc:explain in the guide for collaborators how a long title is to be "
       "had\n"},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing
