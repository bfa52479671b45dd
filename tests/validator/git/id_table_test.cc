// SPDX-License-Identifier: MIT
#include "validator/git/id_table.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

/// Ids that all start alike, which a table must survive.
ObjectId MakeId(unsigned number) {
  ObjectId id;
  for (size_t i = 0; i < 4; ++i)
    id.bytes[16 + i] = static_cast<unsigned char>(number >> 8 * i);
  return id;
}

TEST(IdTable, NumbersIdsInTheOrderTheyAreMet) {
  IdTable table;
  for (unsigned i = 0; i < 1000; ++i) {
    const auto [number, is_new] = table.Insert(MakeId(i));
    ASSERT_EQ(number, i);
    ASSERT_TRUE(is_new);
  }
  for (unsigned i = 0; i < 1000; ++i) {
    const auto [number, is_new] = table.Insert(MakeId(i));
    ASSERT_EQ(number, i);
    ASSERT_FALSE(is_new);
  }
  EXPECT_EQ(table.size(), 1000u);
}

}  // namespace
}  // namespace commitgate::testing
