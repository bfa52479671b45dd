// SPDX-License-Identifier: MIT
#include "hooks/window/reach.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/fake_server.h"

namespace commitgate::testing {
namespace {

/// c0 - a - b - m, where m merges x, which came from c0; y is on x.
class Reach : public ::testing::TestWithParam<bool> {
 protected:
  Reach() {
    server_.graph.Add("a", {"c0"});
    server_.graph.Add("b", {"a"});
    server_.graph.Add("x", {"c0"});
    server_.graph.Add("y", {"x"});
    server_.graph.Add("m", {"b", "x"});
    server_.tells_too_much = GetParam();
  }

  std::vector<ObjectId> Ids(const std::vector<std::string>& names) const {
    std::vector<ObjectId> ids;
    for (const std::string& name : names)
      ids.push_back(server_.graph.IdOf(name));
    return ids;
  }

  std::string Names(const std::vector<ObjectId>& ids) const {
    std::string names;
    for (const ObjectId& id : ids)
      names += server_.graph.NameOf(id) + " ";
    return names;
  }

  std::string MissingNames(const std::string& tip,
                           const std::string& hidden) const {
    return Names(
        Missing(server_, server_.graph.IdOf(tip), server_.graph.IdOf(hidden)));
  }

  FakeServer server_;
};

TEST_P(Reach, IsExactWhateverDifferenceTellsTooMuch) {
  EXPECT_EQ(MissingNames("b", "c0"), "a b ");
  EXPECT_EQ(MissingNames("m", "y"), "a b m ");
  EXPECT_EQ(MissingNames("m", "b"), "x m ");
  EXPECT_EQ(MissingNames("y", "m"), "y ");
  EXPECT_EQ(MissingNames("x", "m"), "");
  EXPECT_EQ(MissingNames("m", "m"), "");
}

TEST_P(Reach, OfNothingIsNothing) {
  EXPECT_EQ(Names(Missing(server_, std::nullopt, Ids({"a"}).front())), "");
  EXPECT_EQ(Names(Missing(server_, Ids({"b"}).front(), std::nullopt)),
            "c0 a b ");
}

TEST_P(Reach, TellsWhatAnyTipReaches) {
  const std::vector<ObjectId> all = Ids({"c0", "a", "x", "b", "y", "m"});
  EXPECT_EQ(Names(Reached(server_, all, Ids({"y"}))), "c0 x y ");
  EXPECT_EQ(Names(Reached(server_, all, Ids({"a", "x"}))), "c0 a x ");
  EXPECT_EQ(Names(Reached(server_, all, Ids({"m"}))), "c0 a x b m ");
  EXPECT_EQ(Names(Reached(server_, all, {})), "");
}

TEST_P(Reach, OfOneCommit) {
  EXPECT_TRUE(IsReached(server_, Ids({"x"}).front(), Ids({"a", "m"})));
  EXPECT_FALSE(IsReached(server_, Ids({"y"}).front(), Ids({"a", "m"})));
  EXPECT_FALSE(IsReached(server_, Ids({"c0"}).front(), {}));
}

INSTANTIATE_TEST_SUITE_P(Difference, Reach, ::testing::Bool(),
                         [](const auto& test) {
                           return test.param ? "TellsTooMuch" : "IsExact";
                         });

}  // namespace
}  // namespace commitgate::testing
