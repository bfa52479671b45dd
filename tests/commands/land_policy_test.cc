// SPDX-License-Identifier: MIT
#include "commands/land_policy.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

Policy Named(const char* name) {
  Policy policy;
  policy.name = name;
  return policy;
}

TEST(LandPolicy, IsNotToldWhereTheServerHasTheSame) {
  const Policy served = Named("nodejs");
  EXPECT_EQ(TellDefault(Named("nodejs"), &served), std::nullopt);
}

TEST(LandPolicy, IsToldWhereTheServerIsElsewhereOrHasAnother) {
  const std::vector<std::string> more = {
      "name the one of the server with --policy"};
  EXPECT_EQ(TellDefault(Named("nodejs"), nullptr),
            (LandCheck{LandCheck::Answer::kDoubtful, "policy",
                       "the clone has none, 'nodejs' is taken; the server may "
                       "have another one",
                       more}));
  const Policy served = Named("main:\x1b.toml");
  EXPECT_EQ(TellDefault(Named("nodejs"), &served),
            (LandCheck{LandCheck::Answer::kDoubtful, "policy",
                       "the clone has none, 'nodejs' is taken; the server has "
                       "'main:\\x1b.toml'",
                       more}));
}

TEST(LandPolicy, IsNoDefaultWhereOneIsNamed) {
  Place place;
  place.policy = "nodejs";
  EXPECT_FALSE(IsByDefault(place, Named("nodejs")));
}

}  // namespace
}  // namespace commitgate
