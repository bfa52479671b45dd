// SPDX-License-Identifier: MIT
#include "hooks/push/policed.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

PushPolicy MakePolicy() {
  PushPolicy policy;
  for (const char* pattern : {"refs/heads/topic/**", "refs/tags/nightly/*",
                              "refs/tags/*", "refs/heads/**"}) {
    RefPolicy ref;
    ref.match = RefPattern(pattern);
    policy.refs.push_back(ref);
  }
  policy.refs[0].rules = kNoRules;
  policy.refs[1].rules = kNoRules;
  return policy;
}

TEST(Policed, TellsWhatCountsForTheWindowsOfOthers) {
  const PushPolicy policy = MakePolicy();
  const struct {
    const char* ref;
    bool branch;
    bool tag;
    bool memory;
  } kCases[] = {
      {"refs/heads/main", true, false, true},
      {"refs/heads/topic/a", false, false, false},
      {"refs/tags/v1", false, true, false},
      {"refs/tags/nightly/1", false, false, false},
      {"refs/tags/deep/v1", false, true, false},
      {"refs/pull/1/head", false, false, true},
      {"refs/commitgate/kept/1", false, false, true},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.ref);
    EXPECT_EQ(IsPolicedBranch(policy, test.ref), test.branch);
    EXPECT_EQ(IsPublishedTag(policy, test.ref), test.tag);
    EXPECT_EQ(HasMemory(policy, test.ref), test.memory);
  }
}

TEST(Policed, WithinIsWhatIsInForce) {
  RefPolicy policy;
  EXPECT_EQ(WithinInForce(&policy), 600 * kSecond);
  EXPECT_EQ(WithinInForce(nullptr), 0);
  policy.rules = kNoRules;
  EXPECT_EQ(WithinInForce(&policy), 0);
}

TEST(Policed, RemembersAsLongAsAWindowMayAsk) {
  constexpr Micros kHour = 3600 * kSecond;
  RefPolicy policy;
  EXPECT_EQ(WindowToRemember(nullptr), kHour);
  EXPECT_EQ(WindowToRemember(&policy), kHour);
  policy.within = 2 * kHour;
  EXPECT_EQ(WindowToRemember(&policy), 2 * kHour);
  policy.within = kForever;
  EXPECT_EQ(WindowToRemember(&policy), kHour);
  policy.deletion = RefPolicy::Delete::kWindow;
  EXPECT_EQ(WindowToRemember(&policy), kForever);
}

}  // namespace
}  // namespace commitgate
