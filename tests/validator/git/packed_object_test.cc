// SPDX-License-Identifier: MIT
#include "validator/git/packed_object.h"

#include <gtest/gtest.h>

#include "tests/validator/git/pack_writer.h"

namespace commitgate::testing {
namespace {

constexpr int kCommit = 1;
constexpr int kTree = 2;
constexpr int kBlob = 3;

/// What is in a pack, or `nothing`.
class PackedObjectTest : public ::testing::Test {
 protected:
  std::string ReadAt(uint64_t offset) {
    const std::string pack = pack_.Pack();
    const std::string index_file = pack_.Index();
    const auto index = PackIndex::Parse(index_file);
    const PackView view{pack, index.value(), bases_};
    const auto object = ReadPackedObject(view, offset);
    const auto header = ReadPackedHeader(view, offset);
    if (!object)
      return "nothing";
    EXPECT_EQ(header->type, object->type);
    EXPECT_EQ(header->size, object->content.size());
    return std::string(View(object->content));
  }

  PackWriter pack_;
  BaseCache bases_;
};

TEST_F(PackedObjectTest, ReadsWhatIsWhole) {
  const uint64_t one = pack_.Add(IdOf(1), kCommit, "a commit");
  const uint64_t two = pack_.Add(IdOf(2), kTree, "");
  const uint64_t three = pack_.Add(IdOf(3), kBlob, std::string(2000, 'x'));
  EXPECT_EQ(ReadAt(one), "a commit");
  EXPECT_EQ(ReadAt(two), "");
  EXPECT_EQ(ReadAt(three), std::string(2000, 'x'));
}

TEST_F(PackedObjectTest, FollowsDeltas) {
  for (const int type : {kCommit, kTree, kBlob}) {
    pack_ = {};
    const uint64_t base = pack_.Add(IdOf(1), type, "base");
    const uint64_t one =
        pack_.AddDelta(IdOf(2), base, DeltaThatAppends(4, ", one"));
    const uint64_t two =
        pack_.AddDelta(IdOf(3), IdOf(2), DeltaThatAppends(9, ", two"));
    EXPECT_EQ(ReadAt(two), "base, one, two");
    EXPECT_EQ(ReadAt(one), "base, one");
    EXPECT_EQ(ReadAt(two), "base, one, two");
  }
}

TEST_F(PackedObjectTest, FollowsAsManyDeltasAsGitWrites) {
  uint64_t last = pack_.Add(IdOf(1), kTree, "");
  const std::string same("\0\0", 2);
  for (int i = 0; i < 4095; ++i)
    last = pack_.AddDelta(IdOf(2), last, same);
  EXPECT_EQ(ReadAt(last), "");
}

TEST_F(PackedObjectTest, EndsWhereDeltasAreTooMany) {
  uint64_t last = pack_.Add(IdOf(1), kBlob, "");
  const std::string same("\0\0", 2);
  for (int i = 0; i < 4096; ++i)
    last = pack_.AddDelta(IdOf(2), last, same);
  EXPECT_EQ(ReadAt(last), "nothing");
}

TEST_F(PackedObjectTest, KeepsTheBasesOfAllTypes) {
  for (const int type : {kCommit, kTree, kBlob}) {
    pack_ = {};
    const uint64_t base = pack_.Add(IdOf(1), type, "base");
    const uint64_t one =
        pack_.AddDelta(IdOf(2), base, DeltaThatAppends(4, ", one"));
    const std::string pack = pack_.Pack();
    const std::string index_file = pack_.Index();
    const auto index = PackIndex::Parse(index_file);
    ASSERT_TRUE(ReadPackedObject({pack, *index, bases_}, one));
    EXPECT_TRUE(bases_.Find({pack.data(), base})) << type;
    EXPECT_TRUE(bases_.Find({pack.data(), one})) << type;
  }
}

TEST_F(PackedObjectTest, KeepsNothingThatIsWholeUnlessItIsATree) {
  const uint64_t commit = pack_.Add(IdOf(1), kCommit, "a commit");
  const uint64_t tree = pack_.Add(IdOf(2), kTree, "a tree");
  const std::string pack = pack_.Pack();
  const std::string index_file = pack_.Index();
  const auto index = PackIndex::Parse(index_file);
  ASSERT_TRUE(ReadPackedObject({pack, *index, bases_}, commit));
  ASSERT_TRUE(ReadPackedObject({pack, *index, bases_}, tree));
  EXPECT_FALSE(bases_.Find({pack.data(), commit}));
  EXPECT_TRUE(bases_.Find({pack.data(), tree}));
}

TEST_F(PackedObjectTest, LeavesChainsThatMakeTooMuchToOthers) {
  const size_t size = 5 << 20;
  uint64_t last = pack_.Add(IdOf(1), kBlob, std::string(size, 'x'));
  std::vector<uint64_t> offsets;
  for (size_t i = 0; i < 14; ++i) {
    last = pack_.AddDelta(IdOf(2), last, DeltaThatAppends(size + i, "y"));
    offsets.push_back(last);
  }
  const std::string pack = pack_.Pack();
  const std::string index_file = pack_.Index();
  const auto index = PackIndex::Parse(index_file);
  const PackView view{pack, index.value(), bases_};
  EXPECT_TRUE(ReadPackedObject(view, offsets[11]));
  for (const int round : {1, 2})
    EXPECT_FALSE(ReadPackedObject(view, offsets[13])) << round;
}

TEST_F(PackedObjectTest, GoesOnWhereTheLastReadEnded) {
  const size_t size = 3 << 20;
  uint64_t last = pack_.Add(IdOf(1), kBlob, std::string(size, 'x'));
  for (size_t i = 0; i < 30; ++i)
    last = pack_.AddDelta(IdOf(2), last, DeltaThatAppends(size + i, "y"));
  const std::string pack = pack_.Pack();
  const std::string index_file = pack_.Index();
  const auto index = PackIndex::Parse(index_file);
  const PackView view{pack, index.value(), bases_};
  EXPECT_FALSE(ReadPackedObject(view, last));
  const auto object = ReadPackedObject(view, last);
  ASSERT_TRUE(object);
  EXPECT_EQ(object->content.size(), size + 30);
}

TEST_F(PackedObjectTest, EndsWhereDeltasGoInACircle) {
  const std::string same("\0\0", 2);
  const uint64_t itself = pack_.AddDelta(IdOf(1), IdOf(1), same);
  const uint64_t there = pack_.AddDelta(IdOf(2), IdOf(3), same);
  const uint64_t back = pack_.AddDelta(IdOf(3), there, same);
  EXPECT_EQ(ReadAt(itself), "nothing");
  EXPECT_EQ(ReadAt(there), "nothing");
  EXPECT_EQ(ReadAt(back), "nothing");
}

TEST_F(PackedObjectTest, HasNothingWhereABaseIsWrong) {
  const uint64_t base = pack_.Add(IdOf(1), kTree, "base");
  const std::string delta = DeltaThatAppends(4, ", one");
  const uint64_t elsewhere = pack_.AddDelta(IdOf(2), IdOf(9), delta);
  const uint64_t amid = pack_.AddDelta(IdOf(3), base + 1, delta);
  const uint64_t other =
      pack_.AddDelta(IdOf(4), base, DeltaThatAppends(5, ", one"));
  const uint64_t above = pack_.AddDelta(IdOf(5), other, delta);
  for (const uint64_t offset : {elsewhere, amid, other, above})
    EXPECT_EQ(ReadAt(offset), "nothing") << offset;
}

TEST_F(PackedObjectTest, HasNothingWhereSizesAreWrong) {
  const std::string whole = "0123456789";
  for (const size_t size : {9, 11, 200}) {
    PackWriter writer;
    const uint64_t offset = writer.Add(IdOf(1), kBlob, whole);
    std::string pack = writer.Pack();
    pack[offset] = static_cast<char>(0x80 | kBlob << 4 | (size & 15));
    pack[offset + 1] = static_cast<char>(size >> 4);
    const std::string index_file = writer.Index();
    const auto index = PackIndex::Parse(index_file);
    EXPECT_FALSE(ReadPackedObject({pack, *index, bases_}, offset)) << size;
  }
}

TEST_F(PackedObjectTest, HasNothingWhereAStreamIsDamaged) {
  const uint64_t offset = pack_.Add(IdOf(1), kBlob, "some text, some text");
  const std::string whole = pack_.Pack();
  const std::string index_file = pack_.Index();
  const auto index = PackIndex::Parse(index_file);
  for (size_t at = offset + 2; at < whole.size() - 20; ++at) {
    std::string pack = whole;
    pack[at] = static_cast<char>(pack[at] ^ 0x55);
    EXPECT_FALSE(ReadPackedObject({pack, *index, bases_}, offset)) << at;
  }
}

}  // namespace
}  // namespace commitgate::testing
