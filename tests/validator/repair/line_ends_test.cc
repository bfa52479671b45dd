// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(LineEnds, LoseWhatNobodySees) {
  constexpr RepairCase kCases[] = {
      {"carriage returns", "doc: fix typo\r\n\r\nIt was there.\r\n",
       "line-ends", "doc: fix typo\n\nIt was there.\n"},
      {"blanks and tabs", "doc: fix typo \n\t \nIt was there. \t\n",
       "line-ends", "doc: fix typo\n\nIt was there.\n"},
      {"one line of many", "doc: fix typo\n\na\n    b  \nc\n", "line-ends",
       "doc: fix typo\n\na\n    b\nc\n"},
  };
  ExpectRepairs(kCases);
}

TEST(LineEnds, KeepWhatIsNoLineEnd) {
  constexpr RepairCase kCases[] = {
      {"a carriage return inside", "doc: fix typo\n\na\rb\n"},
      {"a form feed", "doc: fix typo\n\na\f\n"},
      {"blank lines", "doc: fix typo\n\n\n\na\n"},
      {"a NUL somewhere",
       {"doc: fix typo \n\n\0x\n", sizeof "doc: fix typo \n\n\0x\n" - 1}},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing
