// SPDX-License-Identifier: MIT
#include "hooks/push/push_options.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Options = std::vector<std::string>;

Options Read(Environment::Values values) {
  return ReadPushOptions(Environment(std::move(values)));
}

TEST(PushOptions, AreReadInTheirOrder) {
  EXPECT_EQ(Read({{"GIT_PUSH_OPTION_COUNT", "3"},
                  {"GIT_PUSH_OPTION_0", "b"},
                  {"GIT_PUSH_OPTION_1", ""},
                  {"GIT_PUSH_OPTION_2", "a=b\nc"}}),
            (Options{"b", "", "a=b\nc"}));
}

TEST(PushOptions, AreAsManyAsAreCounted) {
  const Environment::Values kTwo = {{"GIT_PUSH_OPTION_0", "a"},
                                    {"GIT_PUSH_OPTION_1", "b"}};
  const std::pair<const char*, Options> kRows[] = {
      {"0", {}},
      {"1", {"a"}},
      {"2", {"a", "b"}},
      {"3", {"a", "b"}},
      {"-1", {}},
      {"", {}},
      {"2x", {}},
      {"x", {}},
      {" 2", {}},
      {"0x2", {}},
      {"+2", {}},
      {"1e9", {}},
      {"-99999999999999999999", {}},
      {"99999999999999999999", {"a", "b"}},
  };
  for (const auto& [count, wanted] : kRows) {
    SCOPED_TRACE(count);
    Environment::Values values = kTwo;
    values["GIT_PUSH_OPTION_COUNT"] = count;
    EXPECT_EQ(Read(values), wanted);
  }
  EXPECT_EQ(Read(kTwo), Options{});
}

TEST(PushOptions, AreLookedAtUpToTheHundredth) {
  Environment::Values values = {{"GIT_PUSH_OPTION_COUNT", "2000000000"}};
  for (int n = 0; n < 200; ++n)
    values["GIT_PUSH_OPTION_" + std::to_string(n)] = std::to_string(n);
  const Options options = Read(values);
  ASSERT_EQ(options.size(), 100u);
  EXPECT_EQ(options.back(), "99");
}

TEST(PushOptions, AreCutAtAKilobyte) {
  const std::string longest(1024, 'a');
  EXPECT_EQ(Read({{"GIT_PUSH_OPTION_COUNT", "2"},
                  {"GIT_PUSH_OPTION_0", longest},
                  {"GIT_PUSH_OPTION_1", longest + "b"}}),
            (Options{longest, longest}));
}

TEST(PushOptions, HaveTheirValuesBehindTheFirstEqualsSign) {
  const Options kOptions = {"a=1", "a", "ab=2", "A=3", "=4", "a=", "a==5 "};
  EXPECT_EQ(ValuesOf(kOptions, "a"), (Options{"1", "", "=5 "}));
  EXPECT_EQ(ValuesOf(kOptions, "b"), Options{});
}

}  // namespace
}  // namespace commitgate
