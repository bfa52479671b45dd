// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(TitleCase, IsLower) {
  constexpr RepairCase kCases[] = {
      {"a verb", "doc: Fix typo\n", "title-case", "doc: fix typo\n"},
      {"a verb with an apostrophe", "doc: Don't lie\n", "title-case",
       "doc: don't lie\n"},
      {"an article", "doc: The guide tells more\n", "title-case",
       "doc: the guide tells more\n"},
  };
  ExpectRepairs(kCases);
}

TEST(TitleCase, StaysWhereItMayBeThatOfAName) {
  constexpr RepairCase kCases[] = {
      {"a class", "doc: Buffer is described\n"},
      {"a system", "doc: Windows is described\n"},
      {"another word", "doc: Trunks are described\n"},
      {"more than one capital", "doc: FIX typo\n"},
      {"no subsystem", "Fix typo\n"},
      {"a verb behind the first word", "doc: guide Add\n"},
      {"a revert", "Revert \"doc: Fix typo\"\n"},
      {"what is to be squashed", "squash! doc: Fix typo\n"},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing
