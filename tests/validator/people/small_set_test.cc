// SPDX-License-Identifier: MIT
#include "validator/people/small_set.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "validator/message/ignoring_case.h"

namespace commitgate {
namespace {

struct Numbered {
  std::string text;
  int number;
};

struct ByText {
  bool operator()(const Numbered& a, const Numbered& b) const {
    return LessIgnoringCase()(a.text, b.text);
  }
};

using Set = SmallSet<Numbered, ByText>;

/// `names` names, the first of them numbered 0.
Set SetOf(int names) {
  Set set;
  for (int i = 0; i < names; ++i)
    set.Add({"name" + std::to_string(i), i});
  return set;
}

TEST(SmallSet, IsEmptyAtFirst) {
  EXPECT_FALSE(Set().Contains({"name0", 0}));
  EXPECT_FALSE(Set().Contains({"", 0}));
  EXPECT_EQ(Set().Find({"", 0}), nullptr);
}

TEST(SmallSet, FindsEachOfFewAndOfMany) {
  for (const int size : {1, 7, 8, 9, 100}) {
    SCOPED_TRACE(size);
    const Set set = SetOf(size);
    for (int i = 0; i < size; ++i) {
      const Numbered* const found = set.Find({"NAME" + std::to_string(i), 0});
      ASSERT_NE(found, nullptr) << i;
      EXPECT_EQ(found->number, i);
    }
    EXPECT_FALSE(set.Contains({"name" + std::to_string(size), 0}));
    EXPECT_FALSE(set.Contains({"name", 0}));
    EXPECT_FALSE(set.Contains({"", 0}));
  }
}

TEST(SmallSet, KeepsTheFirstOfEqualOnes) {
  for (const int size : {1, 8, 9, 20}) {
    SCOPED_TRACE(size);
    Set set = SetOf(size);
    for (int i = 0; i < size; ++i)
      set.Add({"Name" + std::to_string(i), 1000});
    for (int i = 0; i < size; ++i)
      EXPECT_EQ(set.Find({"name" + std::to_string(i), 0})->number, i);
  }
}

TEST(SmallSet, IsCopied) {
  Set set = SetOf(12);
  const Set copy = set;
  set.Add({"later", 1});
  EXPECT_TRUE(copy.Contains({"name3", 0}));
  EXPECT_TRUE(copy.Contains({"name11", 0}));
  EXPECT_FALSE(copy.Contains({"later", 0}));
}

}  // namespace
}  // namespace commitgate
