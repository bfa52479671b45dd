// SPDX-License-Identifier: MIT
#include "validator/git/inflate.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/validator/git/pack_writer.h"

namespace commitgate::testing {
namespace {

TEST(Inflate, InflatesWhatIsAsLongAsItSays) {
  for (const size_t size : {0, 1, 300, 320, 321, 65'536, 3'000'000}) {
    SCOPED_TRACE(size);
    const std::string text(size, 'x');
    const std::string stream = Deflate(text);
    const auto bytes = InflateExactly(stream + "and what is behind", size);
    ASSERT_TRUE(bytes);
    EXPECT_TRUE(View(*bytes) == text);
    EXPECT_FALSE(InflateExactly(stream, size + 1));
    EXPECT_FALSE(size > 0 && InflateExactly(stream, size - 1));
  }
}

TEST(Inflate, RefusesWhatIsDamagedOrCutOff) {
  const std::string text = "some text, some text";
  const std::string stream = Deflate(text);
  for (size_t size = 0; size < stream.size(); ++size)
    EXPECT_FALSE(InflateExactly(stream.substr(0, size), text.size())) << size;
  for (size_t at = 0; at < stream.size(); ++at) {
    std::string damaged = stream;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    EXPECT_FALSE(InflateExactly(damaged, text.size())) << at;
  }
  EXPECT_FALSE(InflateExactly("not zlib at all, not by far", 5));
}

TEST(Inflate, TakesNoMemoryForWhatCannotBe) {
  EXPECT_FALSE(InflateExactly(Deflate("x"), size_t{1} << 62));
}

TEST(Inflate, FillsNoMoreThanItsRoom) {
  std::array<char, 10> room{};
  EXPECT_EQ(InflateInto(room, Deflate("0123456789")), 10u);
  EXPECT_EQ(InflateInto(room, Deflate("")), 0u);
  EXPECT_EQ(InflateInto(room, Deflate("0123456789x")), std::nullopt);
}

}  // namespace
}  // namespace commitgate::testing
