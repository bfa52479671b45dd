// SPDX-License-Identifier: MIT
#include "commands/land_unasked.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

constexpr char kMain[] = "refs/heads/main";

RefPolicy PolicyOf(const char* match) {
  RefPolicy policy;
  policy.match = RefPattern(match);
  return policy;
}

TEST(LandUnasked, IsNothingWhereThePolicyAsksNothing) {
  EXPECT_EQ(TellUnasked(PolicyOf(kMain), kMain), std::nullopt);
}

TEST(LandUnasked, IsNamedInTheOrderOfTheManual) {
  RefPolicy policy = PolicyOf(kMain);
  policy.backport_of = RefPattern("refs/heads/next");
  EXPECT_EQ(TellUnasked(policy, kMain),
            (LandCheck{LandCheck::Answer::kUnknown, "server",
                       "only a push asks for backport-of"}));
  policy.only_from = RefPattern("refs/heads/staging");
  policy.pushers.emplace();  // Nobody.
  EXPECT_EQ(TellUnasked(policy, kMain),
            (LandCheck{LandCheck::Answer::kUnknown, "server",
                       "only a push asks for pushers, only-from, "
                       "backport-of"}));
}

TEST(LandUnasked, NamesVersionsWhereTheRefIsAReleaseLine) {
  RefPolicy policy = PolicyOf("refs/heads/v*.x");
  EXPECT_EQ(TellUnasked(policy, "refs/heads/v10.x"), std::nullopt);
  policy.backport_of = RefPattern(kMain);
  EXPECT_EQ(TellUnasked(policy, "refs/heads/v10.x")->what,
            "only a push asks for backport-of, the versions of releases");
  EXPECT_EQ(TellUnasked(policy, "refs/heads/vnext.x")->what,
            "only a push asks for backport-of");
}

}  // namespace
}  // namespace commitgate
