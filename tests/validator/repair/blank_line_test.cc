// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(BlankLine, PartsTheBody) {
  constexpr RepairCase kCases[] = {
      {"metadata", "doc: fix typo\nRefs: https://a.bc/d\n", "blank-line",
       "doc: fix typo\n\nRefs: https://a.bc/d\n"},
      {"a sentence", "doc: fix typo\nIt was there.\n", "blank-line",
       "doc: fix typo\n\nIt was there.\n"},
      {"a list", "doc: fix typos\n- here\n- there\n", "blank-line",
       "doc: fix typos\n\n- here\n- there\n"},
      {"a long line below a full title",
       "doc: explain how titles that are long may be told\n"
       "Columns are what counts, and they are not bytes\n",
       "blank-line",
       "doc: explain how titles that are long may be told\n\n"
       "Columns are what counts, and they are not bytes\n"},
      {"code as the first word", "doc: fix typo\n`x` was there.\n",
       "blank-line", "doc: fix typo\n\n`x` was there.\n"},
  };
  ExpectRepairs(kCases);
}

TEST(BlankLine, LeavesWhatMayBeTheRestOfTheTitle) {
  constexpr RepairCase kCases[] = {
      {"lower case", "doc: fix a typo\nin the guide\n"},
      {"lower case, and a list", "doc: fix a typo\nin the guide\n- x\n"},
      {"a word that another follows",
       "doc: fix a typo in the\nNode.js guide is what this does.\n"},
      {"a comma", "doc: fix a typo,\nTwo even.\n"},
      {"an open bracket", "doc: fix a typo (one\nMore was fixed.)\n"},
      {"an open quote", "doc: fix \"a typo\nMore\" is what it said.\n"},
      {"open code", "doc: fix `a typo\nMore` is what it said.\n"},
      {"a short rest of a full title",
       "doc: explain how titles that are long are told by\nNode.js\n"},
      {"an indented rest", "doc: fix a typo\n  In the guide.\n"},
      {"prose that is no title",
       "This explains how titles that are too long for any terminal are told "
       "to\nPeople who read them.\n"},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing
