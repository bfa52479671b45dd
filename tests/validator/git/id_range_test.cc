// SPDX-License-Identifier: MIT
#include "validator/git/id_range.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

ObjectId Id(const std::string& hex) {
  return *ObjectId::FromHex(hex);
}

TEST(IdRange, HasWhatBeginsSo) {
  const std::string zeros(36, '0');
  const auto range = IdRange::OfPrefix("0abc");
  ASSERT_TRUE(range);
  EXPECT_TRUE(range->Has(Id("0abc" + zeros)));
  EXPECT_TRUE(range->Has(Id("0abc" + std::string(36, 'f'))));
  EXPECT_FALSE(range->Has(Id("0abb" + std::string(36, 'f'))));
  EXPECT_FALSE(range->Has(Id("0abd" + zeros)));
}

TEST(IdRange, CanEndInTheMiddleOfAByte) {
  const auto range = IdRange::OfPrefix("abc");
  ASSERT_TRUE(range);
  EXPECT_TRUE(range->Has(Id("abcf" + std::string(36, '1'))));
  EXPECT_FALSE(range->Has(Id("abd0" + std::string(36, '0'))));
}

TEST(IdRange, OfAWholeIdHasThatOnly) {
  const std::string hex(40, 'a');
  const auto range = IdRange::OfPrefix(hex);
  ASSERT_TRUE(range);
  EXPECT_EQ(range->first, Id(hex));
  EXPECT_EQ(range->last, Id(hex));
}

TEST(IdRange, IsNoneWhereThereAreOtherThanDigits) {
  for (const std::string& hex : {std::string("wxyz"), std::string("abcg"),
                                 std::string("ab d"), std::string(41, 'a')})
    EXPECT_FALSE(IdRange::OfPrefix(hex)) << hex;
}

}  // namespace
}  // namespace commitgate
