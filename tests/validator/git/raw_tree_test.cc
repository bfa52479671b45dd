// SPDX-License-Identifier: MIT
#include "validator/git/raw_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

const std::string kId(20, '\1');

std::string Entry(const std::string& mode, const std::string& name) {
  return mode + ' ' + name + '\0' + kId;
}

RawTreeEntry Named(unsigned mode, std::string_view name) {
  return {.mode = mode, .name = name};
}

TEST(RawTree, ReadsAnEntry) {
  const std::string tree = Entry("100644", "a name") + "rest";
  const auto entry = FirstEntry(tree);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->mode, kFileMode);
  EXPECT_EQ(entry->name, "a name");
  EXPECT_EQ(entry->id_bytes, kId);
  EXPECT_EQ(entry->size, tree.size() - 4);
  EXPECT_EQ(entry->Id().Hex().substr(0, 4), "0101");
}

TEST(RawTree, RefusesWhatIsMalformed) {
  for (const std::string& tree :
       {std::string(), Entry("", "a"), Entry("100648", "a"),
        Entry("-100644", "a"), Entry("200000", "a"), Entry("777777777777", "a"),
        Entry("100644", ""), Entry("100644", std::string(0x10000, 'x')),
        Entry("x", "a"), std::string("100644"), std::string("100644 "),
        std::string("100644 a"), std::string("100644 a\0", 9)}) {
    SCOPED_TRACE(tree.substr(0, 20));
    EXPECT_FALSE(FirstEntry(tree));
    EXPECT_EQ(FindEntry(tree, "a").is_malformed, !tree.empty());
  }
  const std::string whole = Entry("100644", "a");
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(FirstEntry(whole.substr(0, size))) << size;
}

TEST(RawTree, FindsTheFirstOfAName) {
  const std::string tree =
      Entry("100644", "a") + Entry("40000", "b") + Entry("100755", "b");
  EXPECT_EQ(FindEntry(tree, "b").entry->mode, kFolderMode);
  EXPECT_FALSE(FindEntry(tree, "c").entry);
  EXPECT_FALSE(FindEntry(tree, "").entry);
  EXPECT_FALSE(FindEntry(tree, "c").is_malformed);
}

TEST(RawTree, OrdersEntriesAsGitDoes) {
  const RawTreeEntry kSorted[] = {
      Named(kFileMode, "a"),    Named(kFileMode, "a-b"),
      Named(kFileMode, "a.c"),  Named(kFolderMode, "a"),
      Named(kFileMode, "a/"),   Named(kFileMode, "a0"),
      Named(kFileMode, "b"),    Named(kFolderMode, "b"),
      Named(kFileMode, "\xff"),
  };
  for (size_t i = 0; i < std::size(kSorted); ++i)
    for (size_t j = 0; j < std::size(kSorted); ++j) {
      SCOPED_TRACE(std::to_string(i) + " and " + std::to_string(j));
      const int order = CompareEntries(kSorted[i], kSorted[j]);
      EXPECT_EQ(order < 0, i < j);
      EXPECT_EQ(order > 0, i > j);
    }
}

}  // namespace
}  // namespace commitgate
