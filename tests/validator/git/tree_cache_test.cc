// SPDX-License-Identifier: MIT
#include "validator/git/tree_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace commitgate {
namespace {

constexpr char kPacks[2] = {};

TreeCache::Tree TreeOf(const std::string& text) {
  return std::make_shared<const Bytes>(text.begin(), text.end());
}

TEST(TreeCache, FindsWhatItKeeps) {
  TreeCache cache;
  EXPECT_FALSE(cache.Find({&kPacks[0], 12}));
  cache.Keep({&kPacks[0], 12}, TreeOf("a"));
  EXPECT_EQ(View(*cache.Find({&kPacks[0], 12})), "a");
  cache.Keep({&kPacks[0], 12}, TreeOf("b"));
  EXPECT_EQ(View(*cache.Find({&kPacks[0], 12})), "b");
}

TEST(TreeCache, TellsPlacesApart) {
  TreeCache cache;
  cache.Keep({&kPacks[0], 12}, TreeOf("a"));
  EXPECT_FALSE(cache.Find({&kPacks[0], 13}));
  EXPECT_FALSE(cache.Find({&kPacks[1], 12}));
}

TEST(TreeCache, KeepsNoMoreThanItMay) {
  TreeCache cache;
  const auto large = TreeOf(std::string(TreeCache::kMostBytes / 4, 'x'));
  size_t kept = 0;
  for (uint64_t offset = 0; offset < 1000; ++offset)
    cache.Keep({&kPacks[0], offset}, large);
  for (uint64_t offset = 0; offset < 1000; ++offset)
    kept += cache.Find({&kPacks[0], offset}) ? 1 : 0;
  EXPECT_GT(kept, 0u);
  EXPECT_LE(kept, 4u);
  const auto too_large = TreeOf(std::string(TreeCache::kMostBytes + 1, 'x'));
  cache.Keep({&kPacks[1], 0}, too_large);
  EXPECT_FALSE(cache.Find({&kPacks[1], 0}));
}

TEST(TreeCache, HasRoomAgainForWhatItForgets) {
  TreeCache cache;
  const auto large = TreeOf(std::string(TreeCache::kMostBytes / 2, 'x'));
  for (int i = 0; i < 10; ++i)
    cache.Keep({&kPacks[0], 12}, large);
  EXPECT_TRUE(cache.Find({&kPacks[0], 12}));
}

TEST(TreeCache, ServesManyThreads) {
  TreeCache cache;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&cache] {
      for (uint64_t n = 0; n < 20'000; ++n) {
        const TreeCache::Place place{&kPacks[0], n % 50};
        if (const auto tree = cache.Find(place))
          EXPECT_EQ(View(*tree), std::to_string(place.offset));
        else
          cache.Keep(place, TreeOf(std::to_string(place.offset)));
      }
    });
  for (std::thread& thread : threads)
    thread.join();
}

}  // namespace
}  // namespace commitgate
