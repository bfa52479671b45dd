// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(ByteOrderMark, IsTakenAway) {
  constexpr RepairCase kCases[] = {
      {"at the start", "\uFEFFdoc: fix typo\n", "byte-order-mark",
       "doc: fix typo\n"},
      {"before what is repaired as well", "\uFEFFdoc: Fix typo\n",
       "byte-order-mark title-case", "doc: fix typo\n"},
      {"two of them", "\uFEFF\uFEFFdoc: fix typo\n", "byte-order-mark",
       "doc: fix typo\n"},
  };
  ExpectRepairs(kCases);
}

TEST(ByteOrderMark, StaysWhereItIsSomethingElse) {
  constexpr RepairCase kCases[] = {
      {"in the middle", "doc: fix\uFEFF typo\n"},
      {"another invisible character", "\u200Bdoc: fix typo\n"},
      {"all there is", "\uFEFF\n"},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing
