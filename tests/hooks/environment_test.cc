// SPDX-License-Identifier: MIT
#include "hooks/environment.h"

#include <gtest/gtest.h>
#include <stdlib.h>

namespace commitgate {
namespace {

TEST(Environment, TellsEmptyFromUnset) {
  const Environment environment(
      Environment::Values{{"EMPTY", ""}, {"FULL", "a=b"}});
  EXPECT_EQ(environment.Get("EMPTY"), "");
  EXPECT_EQ(environment.Get("FULL"), "a=b");
  EXPECT_EQ(environment.Get("UNSET"), std::nullopt);
}

TEST(Environment, IsInherited) {
  setenv("COMMITGATE_TEST_VARIABLE", "one=two", 1);
  EXPECT_EQ(Environment::Inherited().Get("COMMITGATE_TEST_VARIABLE"),
            "one=two");
  unsetenv("COMMITGATE_TEST_VARIABLE");
  EXPECT_EQ(Environment::Inherited().Get("COMMITGATE_TEST_VARIABLE"),
            std::nullopt);
}

}  // namespace
}  // namespace commitgate
