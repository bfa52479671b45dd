// SPDX-License-Identifier: MIT
#include "validator/git/id_table.h"

#include <gtest/gtest.h>

#include <cstring>

namespace commitgate::testing {
namespace {

ObjectId IdThatStartsWith(uint64_t number) {
  ObjectId id;
  std::memcpy(id.bytes.data(), &number, sizeof number);
  return id;
}

ObjectId IdThatEndsWith(uint64_t number) {
  ObjectId id;
  std::memcpy(id.bytes.data() + 12, &number, sizeof number);
  return id;
}

TEST(IdTable, NumbersIdsInTheOrderTheyAreMet) {
  const struct {
    const char* what;
    ObjectId (*make)(uint64_t);
    uint32_t count;
  } kCases[] = {
      {"ids that spread over the table", IdThatStartsWith, 4000},
      {"ids that all start alike, in linear time", IdThatEndsWith, 200'000},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    IdTable table;
    for (const bool is_new : {true, false}) {
      for (uint32_t i = 0; i < test.count; ++i) {
        const auto place = table.Insert(test.make(i * uint64_t{2654435761}));
        ASSERT_EQ(place.number, i);
        ASSERT_EQ(place.is_new, is_new);
      }
    }
    EXPECT_EQ(table.size(), test.count);
  }
}

}  // namespace
}  // namespace commitgate::testing
