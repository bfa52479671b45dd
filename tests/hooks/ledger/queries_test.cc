// SPDX-License-Identifier: MIT
#include "hooks/ledger/queries.h"

#include <gtest/gtest.h>

#include "hooks/ledger/database_file.h"
#include "hooks/ledger/schema.h"

namespace commitgate {
namespace {

/// How SQLite goes about `sql`, a step a line.
std::string Plan(Connection& connection, std::string_view sql) {
  const std::string explain = "EXPLAIN QUERY PLAN " + std::string(sql);
  Query query(connection, explain);
  std::string plan;
  while (query.Next())
    plan += query.Text(3) + "\n";
  return plan;
}

class Queries : public ::testing::Test {
 protected:
  Queries() : connection_("in memory", OpenDatabaseInMemory()) {
    BringUpToDate(connection_, SchemaSteps());
  }
  Connection connection_;
};

// A plan does not depend on how much there is, for nothing is ever analyzed.
TEST_F(Queries, OfAPushNeverGoThroughAllThereIs) {
  for (const std::string_view sql : query::kOfPushes) {
    const std::string plan = Plan(connection_, sql);
    EXPECT_EQ(plan.find("SCAN"), plan.npos) << sql << "\n" << plan;
  }
}

TEST_F(Queries, AreKnownForGoingThroughAllThereIs) {
  EXPECT_NE(Plan(connection_, query::kEntries).find("SCAN"), std::string::npos);
}

TEST_F(Queries, SortNothingButWhatOneAnswerHolds) {
  for (const std::string_view sql :
       {query::kMovedBefore, query::kLastBefore, query::kLandedBetween,
        query::kRecall, query::kNewestEntry, query::kNewestReceived}) {
    const std::string plan = Plan(connection_, sql);
    EXPECT_EQ(plan.find("TEMP B-TREE"), plan.npos) << sql << "\n" << plan;
  }
}

}  // namespace
}  // namespace commitgate
