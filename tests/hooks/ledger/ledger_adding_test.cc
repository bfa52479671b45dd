// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/hooks/ledger/given_rows.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using testing::Append;
using testing::As;
using testing::Commit;
using testing::GivenRow;
using testing::Land;
using testing::WithoutPush;

TEST(LedgerAdding, CountsRowsAndSettlementsTogether) {
  Ledger ledger = Ledger::InMemory();
  EXPECT_EQ(Append(ledger, GivenRow("", "a")), 1);
  EXPECT_EQ(Land(ledger, 1).order, 2);
  EXPECT_EQ(Append(ledger, GivenRow("a", "b")), 3);
  EXPECT_EQ(Land(ledger, 3).order, 4);
  EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
}

TEST(LedgerAdding, WhatLandsMovesTheTip) {
  Ledger ledger = Ledger::InMemory();
  EXPECT_EQ(ledger.Tip("refs/heads/main"), std::nullopt);
  Append(ledger, GivenRow("", "a"));
  EXPECT_EQ(ledger.Tip("refs/heads/main"), std::nullopt);
  EXPECT_TRUE(Land(ledger, 1).moved);
  const LedgerTip tip{
      .value = Commit("a"), .last = Commit("a"), .how = RowHow::kForward};
  EXPECT_EQ(ledger.Tip("refs/heads/main"), tip);
}

}  // namespace
}  // namespace commitgate
