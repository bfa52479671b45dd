// SPDX-License-Identifier: MIT
#include "validator/git/base_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace commitgate {
namespace {

constexpr char kPacks[2] = {};

BaseCache::Base BaseOf(const std::string& text) {
  return std::make_shared<const StoredObject>(ObjectType::kTree,
                                              Bytes(text.begin(), text.end()));
}

TEST(BaseCache, FindsWhatItKeeps) {
  BaseCache cache;
  EXPECT_FALSE(cache.Find({&kPacks[0], 12}));
  cache.Keep({&kPacks[0], 12}, BaseOf("a"));
  EXPECT_EQ(View(cache.Find({&kPacks[0], 12})->content), "a");
  cache.Keep({&kPacks[0], 12}, BaseOf("b"));
  EXPECT_EQ(View(cache.Find({&kPacks[0], 12})->content), "b");
}

TEST(BaseCache, TellsPlacesApart) {
  BaseCache cache;
  cache.Keep({&kPacks[0], 12}, BaseOf("a"));
  EXPECT_FALSE(cache.Find({&kPacks[0], 13}));
  EXPECT_FALSE(cache.Find({&kPacks[1], 12}));
}

TEST(BaseCache, KeepsNoMoreThanItMay) {
  BaseCache cache;
  const auto large = BaseOf(std::string(BaseCache::kMostBytes / 4, 'x'));
  size_t kept = 0;
  for (uint64_t offset = 0; offset < 1000; ++offset)
    cache.Keep({&kPacks[0], offset}, large);
  for (uint64_t offset = 0; offset < 1000; ++offset)
    kept += cache.Find({&kPacks[0], offset}) ? 1 : 0;
  EXPECT_GT(kept, 0u);
  EXPECT_LE(kept, 4u);
}

TEST(BaseCache, ForgetsNothingForWhatIsHuge) {
  BaseCache cache;
  cache.Keep({&kPacks[0], 12}, BaseOf("a"));
  const size_t most = BaseCache::kMostBytesOfOne;
  cache.Keep({&kPacks[1], 12}, BaseOf(std::string(most + 1, 'x')));
  EXPECT_FALSE(cache.Find({&kPacks[1], 12}));
  EXPECT_TRUE(cache.Find({&kPacks[0], 12}));
  cache.Keep({&kPacks[1], 12}, BaseOf(std::string(most, 'x')));
  EXPECT_TRUE(cache.Find({&kPacks[1], 12}));
}

TEST(BaseCache, ForgetsOthersForWhatIsNew) {
  BaseCache cache;
  const auto large = BaseOf(std::string(BaseCache::kMostBytes / 64, 'x'));
  for (uint64_t offset = 0; offset < 1000; ++offset) {
    cache.Keep({&kPacks[0], offset}, large);
    EXPECT_TRUE(cache.Find({&kPacks[0], offset})) << offset;
  }
}

TEST(BaseCache, ForgetsThoseFirstThatNobodyAsksFor) {
  BaseCache cache;
  const auto large = BaseOf(std::string(BaseCache::kMostBytes / 64, 'x'));
  const BaseCache::Place asked_for{&kPacks[1], 0};
  size_t lost = 0;
  for (uint64_t offset = 1; offset < 1000; ++offset) {
    if (!cache.Find(asked_for)) {
      cache.Keep(asked_for, large);
      ++lost;
    }
    cache.Keep({&kPacks[0], offset}, large);
  }
  // At first, and where it has the same slot as another, or all are new.
  EXPECT_LE(lost, 4u);
}

TEST(BaseCache, HasRoomAgainForWhatItForgets) {
  BaseCache cache;
  const auto large = BaseOf(std::string(BaseCache::kMostBytesOfOne, 'x'));
  for (int i = 0; i < 10; ++i)
    cache.Keep({&kPacks[0], 12}, large);
  EXPECT_TRUE(cache.Find({&kPacks[0], 12}));
}

TEST(BaseCache, ServesManyThreads) {
  BaseCache cache;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&cache] {
      for (uint64_t n = 0; n < 20'000; ++n) {
        const BaseCache::Place place{&kPacks[0], n % 50};
        if (const auto base = cache.Find(place))
          EXPECT_EQ(View(base->content), std::to_string(place.offset));
        else
          cache.Keep(place, BaseOf(std::to_string(place.offset)));
      }
    });
  for (std::thread& thread : threads)
    thread.join();
}

}  // namespace
}  // namespace commitgate
