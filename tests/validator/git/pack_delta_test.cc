// SPDX-License-Identifier: MIT
#include "validator/git/pack_delta.h"

#include <gtest/gtest.h>

#include <string>

#include "validator/git/object_store.h"

namespace commitgate {
namespace {

using namespace std::string_literals;

std::optional<std::string> Apply(const std::string& base,
                                 const std::string& delta) {
  const auto result = ApplyDelta(base, delta);
  if (!result)
    return std::nullopt;
  return std::string(View(*result));
}

TEST(PackDelta, CopiesAndInserts) {
  const struct {
    const char* what;
    std::string base;
    std::string delta;
    std::string result;
  } kCases[] = {
      {"nothing", "", "\0\0"s, ""},
      {"an insert", "", "\0\2\2hi"s, "hi"},
      {"a copy of all", "hello", "\5\5\x90\5"s, "hello"},
      {"a copy from within", "hello", "\5\2\x91\2\2"s, "ll"},
      {"copies and inserts", "hello", "\5\6\x91\3\2\2, \x90\2"s, "lo, he"},
      {"a copy of the same", "ab", "\2\4\x90\2\x90\2"s, "abab"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Apply(test.base, test.delta), test.result);
    EXPECT_EQ(SizeOfResult(test.delta), test.result.size());
  }
}

TEST(PackDelta, TakesNumbersOfManyBytes) {
  const std::string base(0x20000, 'x');
  const std::string size = "\x80\x80\x8"s;
  EXPECT_EQ(Apply(base, size + "\x80\x80\x4\x80"s), std::string(0x10000, 'x'))
      << "no size is 64 KiB";
  EXPECT_EQ(Apply(base, size + size + "\xc0\2"s), base);
  EXPECT_EQ(Apply(base + "yz", "\x82\x80\x8\2\x94\2\2"s), "yz");
}

TEST(PackDelta, RefusesWhatIsDamaged) {
  const struct {
    const char* what;
    std::string base;
    std::string delta;
  } kCases[] = {
      {"no delta", "", ""},
      {"no size of the result", "", "\0"s},
      {"a size that is cut off", "", "\0\x80"s},
      {"a size that never ends", "", "\0\x80\x80\x80\x80\x80\x80\x80\x80"s},
      {"another base", "hello", "\4\4\x90\4"s},
      {"an operation that is none", "", "\0\0\0"s},
      {"an insert that is cut off", "", "\0\2\2h"s},
      {"a copy that is cut off", "hello", "\5\5\x90"s},
      {"an offset that is cut off", "hello", "\5\5\x93\1"s},
      {"a copy from behind the end", "hello", "\5\1\x91\5\1"s},
      {"a copy over the end", "hello", "\5\2\x91\4\2"s},
      {"a copy of less than it says", "hello", "\5\1\x91\4\2"s},
      {"a copy from far away", "hello", "\5\1\x9f\xff\xff\xff\xff\1"s},
      {"more than it says", "hello", "\5\4\x90\5"s},
      {"less than it says", "hello", "\5\6\x90\5"s},
      {"a result that is too large", "", "\0\xff\xff\xff\xff\x7f"s},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Apply(test.base, test.delta), std::nullopt);
  }
}

TEST(PackDelta, BoundsTheSizeOfItsResult) {
  static_assert(kMostObjectBytes == size_t{1} << 26);
  EXPECT_EQ(SizeOfResult("\0\x80\x80\x80\x20"s), kMostObjectBytes);
  EXPECT_EQ(SizeOfResult("\0\x81\x80\x80\x20"s), std::nullopt);
}

}  // namespace
}  // namespace commitgate
