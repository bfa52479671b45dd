// SPDX-License-Identifier: MIT
#include "commands/land_unasked.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

RefPolicy Main() {
  RefPolicy policy;
  policy.match = RefPattern("refs/heads/main");
  return policy;
}

TEST(LandUnasked, IsNothingWhereThePolicyAsksNothing) {
  EXPECT_EQ(TellUnasked(Main()), std::nullopt);
}

TEST(LandUnasked, IsNamedInTheOrderOfTheManual) {
  RefPolicy policy = Main();
  policy.backport_of = RefPattern("refs/heads/next");
  EXPECT_EQ(TellUnasked(policy),
            (LandCheck{LandCheck::Answer::kUnknown, "server",
                       "only a push asks for backport-of"}));
  policy.only_from = RefPattern("refs/heads/staging");
  policy.pushers.emplace();  // Nobody.
  EXPECT_EQ(TellUnasked(policy),
            (LandCheck{LandCheck::Answer::kUnknown, "server",
                       "only a push asks for pushers, only-from, "
                       "backport-of"}));
}

}  // namespace
}  // namespace commitgate
