// SPDX-License-Identifier: MIT
#include "validator/git/painted_commits.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using Numbers = std::vector<uint32_t>;

/// A commit of this number, which is the next one.
uint32_t Meet(PaintedCommits& commits, unsigned char number) {
  ObjectId id;
  id.bytes[0] = number;
  return commits.Insert(id).number;
}

TEST(PaintedCommits, CountWhoWaitsInWhichColor) {
  PaintedCommits commits;
  const uint32_t a = Meet(commits, 1);
  const uint32_t b = Meet(commits, 2);
  EXPECT_EQ(Meet(commits, 1), a);
  EXPECT_EQ(commits.size(), 2u);
  EXPECT_EQ(commits.waiting(0), 2u);
  commits.Paint(a, kFromTip);
  commits.Paint(b, kFromTip);
  commits.Paint(b, kFromHidden);
  EXPECT_EQ(commits.waiting(0), 0u);
  EXPECT_EQ(commits.waiting(kFromTip), 1u);
  EXPECT_EQ(commits.waiting(kFromHidden), 0u);
  EXPECT_EQ(commits.waiting(kFromBoth), 1u);
  EXPECT_EQ(commits.visited(kFromTip), 0u);
  commits.Visit(a, {});
  EXPECT_EQ(commits.waiting(kFromTip), 0u);
  EXPECT_EQ(commits.visited(kFromTip), 1u);
}

TEST(PaintedCommits, HandTheirColorsOnToTheirParents) {
  PaintedCommits commits;
  const uint32_t a = Meet(commits, 1);
  const uint32_t b = Meet(commits, 2);
  const uint32_t c = Meet(commits, 3);
  EXPECT_EQ(commits.Paint(a, kFromTip), Numbers{});
  EXPECT_EQ(commits.Visit(a, {b}), Numbers{});
  EXPECT_EQ(commits.colors(b), kFromTip);
  EXPECT_EQ(commits.Visit(b, {c}), Numbers{});
  EXPECT_EQ(commits.Paint(a, kFromTip), Numbers{});
  EXPECT_EQ(commits.Paint(a, kFromHidden), (Numbers{a, b}));
  EXPECT_EQ(commits.colors(c), kFromBoth);
  EXPECT_EQ(commits.waiting(kFromBoth), 1u);
  EXPECT_EQ(commits.visited(kFromBoth), 2u);
  EXPECT_EQ(commits.visited(kFromTip), 0u);
}

TEST(PaintedCommits, SayWhomAVisitRepaints) {
  PaintedCommits commits;
  const uint32_t child = Meet(commits, 1);
  const uint32_t parent = Meet(commits, 2);
  commits.Paint(parent, kFromTip);
  commits.Visit(parent, {});
  commits.Paint(child, kFromHidden);
  EXPECT_EQ(commits.Visit(child, {parent, parent}), Numbers{parent});
  EXPECT_EQ(commits.colors(parent), kFromBoth);
  EXPECT_EQ(commits.colors(child), kFromHidden);
}

TEST(PaintedCommits, MayBeALongLine) {
  constexpr uint32_t kCount = 200'000;
  PaintedCommits commits;
  for (uint32_t i = 0; i < kCount; ++i) {
    ObjectId id;
    id.bytes[0] = static_cast<unsigned char>(i);
    id.bytes[1] = static_cast<unsigned char>(i >> 8);
    id.bytes[2] = static_cast<unsigned char>(i >> 16);
    commits.Insert(id);
  }
  for (uint32_t i = 0; i + 1 < kCount; ++i)
    commits.Visit(i, {i + 1});
  commits.Paint(0, kFromTip);
  EXPECT_EQ(commits.colors(kCount - 1), kFromTip);
}

}  // namespace
}  // namespace commitgate::testing
