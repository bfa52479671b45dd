// SPDX-License-Identifier: MIT
#include "validator/git/pack_index.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <utility>

#include "tests/validator/git/pack_writer.h"

namespace commitgate::testing {
namespace {

constexpr size_t kFanout = 8;
constexpr size_t kIds = kFanout + 256 * 4;

std::string IndexOf(int count) {
  PackWriter pack;
  for (int i = 0; i < count; ++i)
    pack.Add(IdOf(static_cast<unsigned char>(5 * i)), 3, "");
  return pack.Index();
}

TEST(PackIndex, FindsWhatIsThere) {
  for (const int count : {0, 1, 2, 3, 51}) {
    const std::string file = IndexOf(count);
    const auto index = PackIndex::Parse(file);
    ASSERT_TRUE(index);
    EXPECT_EQ(index->count(), static_cast<uint32_t>(count));
    EXPECT_EQ(index->pack_checksum(), std::string(20, '#'));
    std::optional<uint64_t> before;
    for (int byte = 0; byte < 256; ++byte) {
      SCOPED_TRACE(byte);
      const auto found = index->Find(IdOf(static_cast<unsigned char>(byte)));
      EXPECT_EQ(found.has_value(), byte % 5 == 0 && byte / 5 < count);
      EXPECT_TRUE(!found || std::exchange(before, found) < found);
    }
  }
}

TEST(PackIndex, TellsIdsApartByAllTheirBytes) {
  PackWriter pack;
  ObjectId id = IdOf(7);
  for (int last = 0; last < 100; ++last) {
    id.bytes[19] = static_cast<unsigned char>(2 * last);
    pack.Add(id, 3, "");
  }
  const std::string file = pack.Index();
  const auto index = PackIndex::Parse(file);
  for (int last = 0; last < 200; ++last) {
    id.bytes[19] = static_cast<unsigned char>(last);
    EXPECT_EQ(index->Find(id).has_value(), last % 2 == 0) << last;
  }
}

/// Hashes, and ids that somebody has chosen.
TEST(PackIndex, FindsIdsHoweverTheyLie) {
  const struct {
    const char* what;
    int equal_bytes;
    unsigned char mask;
  } kShapes[] = {{"anywhere", 0, 0xff},
                 {"with the same start", 1, 0xff},
                 {"with almost the same start", 1, 0x81},
                 {"with the same half", 10, 0xff},
                 {"at both ends", 1, 0x80}};
  for (const auto& shape : kShapes) {
    SCOPED_TRACE(shape.what);
    std::mt19937 random(1);
    std::set<ObjectId> ids;
    for (int i = 0; i < 3000; ++i) {
      ObjectId id = IdOf(0x77);
      for (size_t byte = shape.equal_bytes; byte < id.bytes.size(); ++byte)
        id.bytes[byte] = static_cast<unsigned char>(random()) &
                         (byte < 9 ? shape.mask : 255);
      ids.insert(id);
    }
    PackWriter pack;
    for (const ObjectId& id : ids)
      pack.Add(id, 3, "");
    const std::string file = pack.Index();
    const auto index = PackIndex::Parse(file);
    ASSERT_TRUE(index);
    for (ObjectId id : ids) {
      ASSERT_TRUE(index->Find(id)) << id.Hex();
      ++id.bytes[19];
      ASSERT_EQ(index->Find(id).has_value(), ids.contains(id)) << id.Hex();
      --id.bytes[4];
      ASSERT_EQ(index->Find(id).has_value(), ids.contains(id)) << id.Hex();
    }
  }
}

TEST(PackIndex, LooksUpLargeOffsets) {
  const std::string plain = IndexOf(1);
  const size_t offset = kIds + 20 + 4;
  std::string file = plain;
  file.replace(offset, 4, std::string("\x80\0\0\0", 4));
  EXPECT_EQ(PackIndex::Parse(file)->Find(IdOf(0)), std::nullopt);
  file.insert(offset + 4, std::string("\1\2\3\4\5\6\7\x8", 8));
  EXPECT_EQ(PackIndex::Parse(file)->Find(IdOf(0)), 0x0102030405060708u);
  file.replace(offset, 4, std::string("\x80\0\0\1", 4));
  EXPECT_EQ(PackIndex::Parse(file)->Find(IdOf(0)), std::nullopt);
  file.replace(offset, 4, std::string("\xff\xff\xff\xff", 4));
  EXPECT_EQ(PackIndex::Parse(file)->Find(IdOf(0)), std::nullopt);
}

TEST(PackIndex, RefusesWhatIsCutOff) {
  const std::string file = IndexOf(3);
  for (size_t size = 0; size < file.size(); ++size)
    EXPECT_FALSE(PackIndex::Parse(std::string_view(file).substr(0, size)))
        << size;
}

TEST(PackIndex, RefusesOtherVersions) {
  for (const char version : {'\0', '\1', '\3'}) {
    std::string file = IndexOf(3);
    file[7] = version;
    EXPECT_FALSE(PackIndex::Parse(file));
  }
  EXPECT_FALSE(PackIndex::Parse(IndexOf(3).substr(8)));
}

TEST(PackIndex, RefusesCountsThatDoNotFit) {
  std::string more = IndexOf(3);
  more[kIds - 1] = 4;
  EXPECT_FALSE(PackIndex::Parse(more));
  std::string many = IndexOf(3);
  many.replace(kIds - 4, 4, 4, '\xff');
  EXPECT_FALSE(PackIndex::Parse(many));
  std::string shrinks = IndexOf(3);
  shrinks[kFanout + 3] = 2;
  EXPECT_FALSE(PackIndex::Parse(shrinks));
}

}  // namespace
}  // namespace commitgate::testing
