// SPDX-License-Identifier: MIT
#include "hooks/push/counterparts.h"

#include <gtest/gtest.h>

#include "hooks/push/pull_request.h"

namespace commitgate {
namespace {

using Lines = std::vector<std::string>;

ObjectId Id(unsigned char byte) {
  ObjectId id;
  id.bytes.fill(byte);
  return id;
}

Commit Made(const std::string& title, const std::vector<int>& pull_requests) {
  std::string message = title + "\n\n";
  for (const int number : pull_requests)
    message += "PR-URL: https://github.com/nodejs/node/pull/" +
               std::to_string(number) + "\n";
  return MakeCommit("", message);
}

TEST(Counterparts, AreFoundByOneOfTheirKeys) {
  Counterparts wanted(PullRequestsOf);
  wanted.Want(Id(0x11), Made("one", {1, 2}));
  wanted.Want(Id(0x22), Made("two", {2, 3}));
  wanted.Want(Id(0x33), Made("three", {4}));
  EXPECT_EQ(wanted.Keys().size(), 4u);
  wanted.Found(Made("other", {2}).message);
  wanted.Found(Made("other", {1, 3}).message);
  EXPECT_EQ(wanted.Missing(), 1u);
  EXPECT_EQ(wanted.Descriptions(), Lines{"  333333333333 three"});
  EXPECT_TRUE(wanted.CanBeFound());
  wanted.Found({"https://github.com/nodejs/node/pull/4"});
  EXPECT_EQ(wanted.Missing(), 0u);
  EXPECT_FALSE(wanted.CanBeFound());
}

TEST(Counterparts, AreNotFoundByNothing) {
  Counterparts wanted(PullRequestsOf);
  wanted.Want(Id(0x11), Made("one", {}));
  EXPECT_FALSE(wanted.CanBeFound());
  wanted.Found(Made("one", {}).message);
  wanted.Found({""});
  EXPECT_EQ(wanted.Missing(), 1u);
  wanted.Want(Id(0x22), Made("two", {2}));
  EXPECT_TRUE(wanted.CanBeFound());
  wanted.Found(Made("two", {2}).message);
  EXPECT_FALSE(wanted.CanBeFound());
  EXPECT_EQ(wanted.Descriptions(), Lines{"  111111111111 one"});
}

TEST(Counterparts, OfReleasesHaveTheSameTitle) {
  Counterparts wanted(TitledPullRequestsOf);
  wanted.Want(Id(0x11), Made("one", {1}));
  wanted.Found(Made("two", {1}).message);
  wanted.Found(Made("one", {2}).message);
  EXPECT_EQ(wanted.Missing(), 1u);
  wanted.Found(Made("one", {1}).message);
  EXPECT_EQ(wanted.Missing(), 0u);
}

}  // namespace
}  // namespace commitgate
