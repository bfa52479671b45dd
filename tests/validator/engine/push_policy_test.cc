// SPDX-License-Identifier: MIT
#include "validator/engine/push_policy.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Type = RefPolicy::Type;

RefPolicy For(const char* match, std::string_view rules = kOwnRules) {
  RefPolicy ref;
  ref.match = RefPattern(match);
  ref.rules = rules;
  return ref;
}

PushPolicy WithRefs(std::initializer_list<const char*> matches) {
  PushPolicy policy;
  for (const char* match : matches)
    policy.refs.push_back(For(match));
  return policy;
}

/// The pattern that holds for `ref`, or nothing.
std::string Found(const PushPolicy& policy, std::string_view ref) {
  const RefPolicy* const found = policy.Find(ref);
  return found == nullptr ? "" : found->match.text();
}

TEST(PushPolicy, FindsTheFirstThatMatches) {
  const PushPolicy policy =
      WithRefs({"refs/heads/main", "refs/heads/v*.x", "refs/heads/**"});
  EXPECT_EQ(Found(policy, "refs/heads/main"), "refs/heads/main");
  EXPECT_EQ(Found(policy, "refs/heads/v1.x"), "refs/heads/v*.x");
  EXPECT_EQ(Found(policy, "refs/heads/v1.x-staging"), "refs/heads/**");
  EXPECT_EQ(Found(policy, "refs/heads/a/b"), "refs/heads/**");
}

TEST(PushPolicy, FindsNothingWhereNoneMatches) {
  const PushPolicy policy = WithRefs({"refs/heads/*"});
  for (const char* ref :
       {"", "refs/heads", "refs/tags/v1", "refs/heads/a/b", "HEAD"})
    EXPECT_EQ(Found(policy, ref), "") << ref;
  EXPECT_EQ(Found(PushPolicy(), "refs/heads/main"), "");
}

TEST(PushPolicy, NeverFindsWhatIsReserved) {
  PushPolicy policy = WithRefs({"refs/replace/*", "refs/**"});
  policy.refs.push_back(For("refs/**", kNoRules));
  for (const char* ref :
       {"refs/replace/0123456789", "refs/replace/a/b", "refs/replace",
        "refs/commitgate", "refs/commitgate/kept/1"})
    EXPECT_EQ(Found(policy, ref), "") << ref;
  for (const char* ref : {"refs/replaced/x", "refs/commitgates", "refs/replac",
                          "refs/heads/refs/replace/x"})
    EXPECT_EQ(Found(policy, ref), "refs/**") << ref;
}

TEST(PushPolicy, IncludesNamesAndMembersOfGroups) {
  PushPolicy policy;
  policy.groups["core"] = {"alice", "bob"};
  policy.groups["none"] = {};
  const std::vector<std::string> list = {"carol", "@core", "@none", "@gone"};
  for (const char* who : {"alice", "bob", "carol"})
    EXPECT_TRUE(policy.Includes(list, who)) << who;
  for (const char* who : {"", "Alice", "ali", "alicex", "core", "@core",
                          "@gone", "@none", "none", "gone"})
    EXPECT_FALSE(policy.Includes(list, who)) << who;
  EXPECT_FALSE(policy.Includes({}, "alice"));
}

TEST(PushPolicy, HoldsRefsWithTheSameRulesToTheSame) {
  const PushPolicy policy;
  const struct {
    const char* what;
    std::string_view other;
    std::string_view ref;
    bool is_as_strict;
  } kCases[] = {
      {"own rules", kOwnRules, kOwnRules, true},
      {"the same preset", "nodejs", "nodejs", true},
      {"two presets", "nodejs", "core-validate-commit", false},
      {"a preset and own rules", "nodejs", kOwnRules, false},
      {"free for own rules", kNoRules, kOwnRules, false},
      {"own rules for free", kOwnRules, kNoRules, false},
      {"two that are free", kNoRules, kNoRules, false},
  };
  for (const auto& [what, other, ref, is_as_strict] : kCases)
    EXPECT_EQ(
        policy.IsAsStrict(For("refs/heads/a", other), For("refs/heads/b", ref)),
        is_as_strict)
        << what;
}

TEST(PushPolicy, TakesThePolicysWordForStricter) {
  const PushPolicy policy;
  RefPolicy strict = For("refs/heads/main", "nodejs");
  strict.stricter_than = {"refs/heads/v*.x", "refs/heads/next"};
  const RefPolicy weak = For("refs/heads/v*.x");
  EXPECT_TRUE(policy.IsAsStrict(strict, weak));
  EXPECT_FALSE(policy.IsAsStrict(weak, strict));
  // Patterns are compared as they are written.
  EXPECT_FALSE(policy.IsAsStrict(strict, For("refs/heads/v1.x")));
  EXPECT_FALSE(policy.IsAsStrict(strict, For("refs/heads/**")));
  // Free is free, whatever it says.
  strict.rules = kNoRules;
  EXPECT_FALSE(policy.IsAsStrict(strict, weak));
}

TEST(RefPolicy, HasATypeByWhereItsPatternBegins) {
  const struct {
    const char* match;
    Type type;
  } kCases[] = {
      {"refs/heads/main", Type::kBranch},
      {"refs/tags/**", Type::kTag},
      {"refs/tags/v*", Type::kTag},
      {"refs/notes/commits", Type::kNotes},
      {"refs/**", Type::kBranch},
      {"refs/tagsx/a", Type::kBranch},
      {"refs/heads/refs/tags/a", Type::kBranch},
  };
  for (const auto& [match, type] : kCases)
    EXPECT_EQ(For(match).type(), type) << match;
}

TEST(RefPolicy, IsFreeWithoutRules) {
  EXPECT_TRUE(For("refs/**", kNoRules).IsFree());
  EXPECT_FALSE(For("refs/**").IsFree());
  EXPECT_FALSE(For("refs/**", "nodejs").IsFree());
}

TEST(RefPolicy, RefusesMostUnlessItSays) {
  const RefPolicy ref;
  EXPECT_EQ(ref.merges, RefPolicy::Merges::kRefuse);
  EXPECT_EQ(ref.deletion, RefPolicy::Delete::kRefuse);
  EXPECT_EQ(ref.within, 600 * kSecond);
  EXPECT_EQ(ref.scope, RefPolicy::Scope::kAny);
  EXPECT_EQ(ref.pushers, std::nullopt);
}

}  // namespace
}  // namespace commitgate
