// SPDX-License-Identifier: MIT
#include "validator/git/pack_entry.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

using namespace std::string_literals;

constexpr uint64_t kFirst = 12;

/// A pack with a header, one entry and a checksum.
std::string PackOf(const std::string& entry) {
  return "PACK\0\0\0\2\0\0\0\1"s + entry + std::string(20, '#');
}

std::optional<PackEntry> Read(const std::string& entry) {
  static std::string pack;
  pack = PackOf(entry);
  return ReadPackEntry(pack, kFirst);
}

TEST(PackEntry, KnowsTypesAndSizes) {
  const struct {
    std::string header;
    ObjectType type;
    size_t size;
  } kCases[] = {
      {"\x10", ObjectType::kCommit, 0},
      {"\x2f", ObjectType::kTree, 15},
      {"\x3f", ObjectType::kBlob, 15},
      {"\x41", ObjectType::kTag, 1},
      {"\xb5\x0a", ObjectType::kBlob, 0xa5},
      {"\xb0\x80\x80\x80\x02", ObjectType::kBlob, kMostObjectBytes},
      {"\xb1\x80\x00"s, ObjectType::kBlob, 1},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.header);
    const auto entry = Read(test.header + "stream");
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->type, test.type);
    EXPECT_EQ(entry->size, test.size);
    EXPECT_EQ(entry->stream, "stream");
  }
}

TEST(PackEntry, FindsBasesOfDeltas) {
  const auto by_name = Read("\x75" + std::string(20, '\1') + "stream");
  ASSERT_TRUE(by_name);
  EXPECT_FALSE(by_name->type);
  EXPECT_EQ(by_name->base_id, ObjectId::FromHex("01010101010101010101"
                                                "01010101010101010101"));
  EXPECT_EQ(by_name->stream, "stream");

  const auto by_offset = Read("\x65\x0bstream");
  ASSERT_TRUE(by_offset);
  EXPECT_FALSE(by_offset->type);
  EXPECT_FALSE(by_offset->base_id);
  EXPECT_EQ(by_offset->base_offset, 1u);
  EXPECT_EQ(by_offset->size, 5u);
  EXPECT_EQ(by_offset->stream, "stream");
}

TEST(PackEntry, CountsDistancesAsGitDoes) {
  const std::string pack = PackOf(std::string(20'000, 'x') + "\x61\x80\x00"s +
                                  "\x61\x81\x01"s + "\x61\xff\x7f"s);
  EXPECT_EQ(ReadPackEntry(pack, 20'012)->base_offset, 20'012u - 128);
  EXPECT_EQ(ReadPackEntry(pack, 20'015)->base_offset, 20'015u - 257);
  EXPECT_EQ(ReadPackEntry(pack, 20'018)->base_offset, 20'018u - 16'511);
}

TEST(PackEntry, RefusesWhatItDoesNotKnow) {
  const struct {
    const char* what;
    std::string entry;
  } kCases[] = {
      {"no entry", ""},
      {"type 0", "\x05stream"},
      {"type 5", "\x55stream"},
      {"a size that is cut off", "\x90"},
      {"a size that is too large", "\xb1\x80\x80\x80\x02stream"},
      {"a size that never ends", "\xb0" + std::string(30, '\x80')},
      {"a size with too many zeros",
       "\xb0" + std::string(30, '\x80') + "\0stream"s},
      {"a base of no name", "\x75" + std::string(19, '\1')},
      {"no distance", "\x65"},
      {"a distance that is cut off", "\x65\x80"},
      {"a distance of nothing", "\x65\0stream"s},
      {"a base before the pack", "\x65\x0dstream"},
      {"a base far before the pack", "\x65" + std::string(30, '\xff')},
      {"a distance that would wrap",
       "\x65" + std::string(9, '\xff') + "\x7fstream"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_FALSE(Read(test.entry));
  }
}

TEST(PackEntry, StaysWithinThePack) {
  const std::string pack = PackOf("\x10stream");
  EXPECT_TRUE(ReadPackEntry(pack, kFirst));
  for (const uint64_t offset :
       {uint64_t{0}, uint64_t{11}, pack.size() - 20, pack.size() - 1,
        pack.size(), pack.size() + 1, uint64_t{1} << 63, ~uint64_t{0}}) {
    SCOPED_TRACE(offset);
    EXPECT_FALSE(ReadPackEntry(pack, offset));
  }
  for (const size_t size : {0, 11, 12, 31, 32})
    EXPECT_FALSE(ReadPackEntry(std::string_view(pack).substr(0, size), kFirst));
}

}  // namespace
}  // namespace commitgate
