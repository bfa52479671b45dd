// SPDX-License-Identifier: MIT
#include "hooks/project/subsystem_history.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/hooks/project/project_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

class SubsystemHistoryTest : public ::testing::Test {
 protected:
  /// `lib 3, doc 1`.
  std::string Used(const std::string& commit,
                   const std::vector<std::string>& paths, int newest = 100) {
    std::vector<std::string> words;
    for (const Changes::Used& used :
         history_->Find(repository_.Open(), repository_[commit], paths, newest))
      words.push_back(fmt::format("{} {}", used.subsystem, used.times));
    return fmt::format("{}", fmt::join(words, ", "));
  }

  ProjectRepository repository_;
  std::optional<SubsystemHistory> history_{std::in_place};
};

TEST_F(SubsystemHistoryTest, CountsWhatCommitsBeforeAreCalled) {
  repository_.Add("a", "doc,lib: begin", {}, {{"x", "1"}, {"d/y", "1"}});
  repository_.Add("b", "lib: go on", {"a"}, {{"x", "2"}, {"d/y", "1"}});
  repository_.Add("c", "test: other", {"b"}, {{"x", "2"}, {"d/y", "2"}});
  repository_.Add("d", "src: not counted", {"c"}, {{"x", "3"}, {"d/y", "3"}});
  for (int i = 0; i < 2; ++i) {
    SCOPED_TRACE(i);
    EXPECT_EQ(Used("d", {"x"}), "lib 2, doc 1");
    EXPECT_EQ(Used("d", {"d/y"}), "doc 1, lib 1, test 1");
    EXPECT_EQ(Used("d", {"x", "d/y"}), "lib 2, doc 1, test 1");
    EXPECT_EQ(Used("d", {"none"}), "");
    EXPECT_EQ(Used("d", {}), "");
    EXPECT_EQ(Used("a", {"x"}), "");
  }
}

TEST_F(SubsystemHistoryTest, EndsWhenItIsLate) {
  repository_.Add("a", "lib: x", {}, {{"x", "1"}});
  repository_.Add("b", "lib: x", {"a"}, {{"x", "2"}});
  bool is_late = true;
  history_.emplace([&] { return is_late; });
  EXPECT_THROW(Used("b", {"x"}), Error);
  is_late = false;
  EXPECT_EQ(Used("b", {"x"}), "lib 1");
  is_late = true;
  EXPECT_EQ(Used("b", {"x"}), "lib 1");
}

TEST_F(SubsystemHistoryTest, SaysTheSameHoweverOftenItForgets) {
  repository_.Add("a", "doc: x", {}, {{"x", "1"}, {"y", "1"}});
  repository_.Add("b", "lib: x", {"a"}, {{"x", "2"}, {"y", "1"}});
  repository_.Add("c", "test: y", {"b"}, {{"x", "2"}, {"y", "2"}});
  repository_.Add("d", "lib: x", {"c"}, {{"x", "3"}, {"y", "2"}});
  repository_.Add("e", "src: x", {"d"}, {{"x", "4"}, {"y", "2"}});
  for (size_t most_hashes = 0; most_hashes < 8; ++most_hashes) {
    history_.emplace(nullptr, most_hashes);
    for (int i = 0; i < 3; ++i) {
      SCOPED_TRACE(fmt::format("{} hashes, {}", most_hashes, i));
      EXPECT_EQ(Used("e", {"x"}), "lib 2, doc 1");
      EXPECT_EQ(Used("e", {"x", "y"}), "lib 2, doc 1, test 1");
      EXPECT_EQ(Used("c", {"y"}), "doc 1");
    }
  }
}

TEST_F(SubsystemHistoryTest, LooksAtTheNewestOnly) {
  repository_.Add("a", "old: x", {}, {{"x", "1"}});
  repository_.Add("b", "new: x", {"a"}, {{"x", "2"}});
  repository_.Add("c", "far: y", {"b"}, {{"x", "2"}, {"y", ""}});
  repository_.Add("d", "lib: x", {"c"}, {{"x", "3"}});
  EXPECT_EQ(Used("d", {"x"}, 1), "new 1");
  EXPECT_EQ(Used("d", {"x"}, 2), "new 1, old 1");
  EXPECT_EQ(Used("d", {"x"}, 0), "");
  EXPECT_EQ(Used("d", {"x"}, -1), "");
}

TEST_F(SubsystemHistoryTest, PassesOverWhatNamesNone) {
  repository_.Add("a", "lib: x", {}, {{"x", "1"}});
  repository_.Add("b", "2018-11-27, Version 11.3.0 (Current)", {"a"},
                  {{"x", "2"}});
  repository_.Add("side", "side: x", {"a"}, {{"x", "9"}});
  repository_.Add("merge", "deps: merge", {"b", "side"}, {{"x", "3"}});
  repository_.Add("c", ": x", {"merge"}, {{"x", "4"}});
  repository_.Add("d", std::string(100, 'x') + ": x", {"c"}, {{"x", "5"}});
  repository_.Add("e", "Revert \"src: x\"", {"d"}, {{"x", "6"}});
  repository_.Add("f", "doc: x", {"e"}, {{"x", "7"}});
  EXPECT_EQ(Used("f", {"x"}, 2), "lib 1, src 1");
}

TEST_F(SubsystemHistoryTest, EndsWhereAShallowCloneDoes) {
  repository_.Add("a", "lib: x", {}, {{"x", "1"}});
  repository_.Add("b", "doc: x", {"a"}, {{"x", "2"}});
  repository_.Add("c", "src: x", {"b"}, {{"x", "3"}});
  repository_.Add("d", "src: x", {"c"}, {{"x", "4"}});
  repository_.Write(".git/shallow", repository_["b"].Hex() + "\n");
  EXPECT_EQ(Used("d", {"x"}), "src 1");
}

}  // namespace
}  // namespace commitgate::testing
