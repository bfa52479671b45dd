// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/report/reported.h"
#include "validator/report/summary.h"

namespace commitgate::testing {
namespace {

TEST(Summary, CountsEachCommitOnce) {
  const Finding error{"alpha", Level::kError, {}, "bad", {}, {}};
  const Finding warning{"beta", Level::kWarning, {}, "odd", {}, {}};
  Summary summary;
  summary.Add(Found({}));
  summary.Add(Found({warning, warning}));
  summary.Add(Found({warning, error, error}));
  summary.Add(Found({error}));
  summary.Add(Failed("no such object"));
  EXPECT_EQ(summary.commits, 5u);
  EXPECT_EQ(summary.warned, 1u);
  EXPECT_EQ(summary.rejected, 2u);
  EXPECT_EQ(summary.errors, 1u);
}

}  // namespace
}  // namespace commitgate::testing
