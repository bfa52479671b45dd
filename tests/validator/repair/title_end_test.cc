// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(TitleEnd, LosesItsFullStop) {
  constexpr RepairCase kCases[] = {
      {"a sentence", "doc: fix typo.\n", "title-end", "doc: fix typo\n"},
      {"a name with a dot", "doc: explain Node.js.\n", "title-end",
       "doc: explain Node.js\n"},
      {"quotes", "doc: fix 'x'.\n", "title-end", "doc: fix 'x'\n"},
      {"a call", "doc: explain foo().\n", "title-end", "doc: explain foo()\n"},
      {"before the number of a merge", "doc: fix typo. (#1)\n", "title-end",
       "doc: fix typo (#1)\n"},
  };
  ExpectRepairs(kCases);
}

TEST(TitleEnd, KeepsWhatSaysMore) {
  constexpr RepairCase kCases[] = {
      {"a question", "doc: fix typo?\n"},
      {"a shout", "doc: fix typo!\n"},
      {"both", "doc: fix typo?!.\n"},
      {"two dots", "doc: fix typo..\n"},
      {"an ellipsis", "doc: fix typo...\n"},
      {"an abbreviation", "doc: tell more, e.g.\n"},
      {"etc.", "doc: fix typos, etc.\n"},
      {"a folder", "doc: explain cd .\n"},
      {"a revert", "Revert \"doc: fix typo.\"\n"},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing
