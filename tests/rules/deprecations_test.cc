// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

constexpr const char* kFile = "doc/api/deprecations.md";

/// An entry as Node.js has it.
std::string Entry(const std::string& id, const std::string& type,
                  const std::string& history = "") {
  return "<a id=\"" + id + "\"></a>\n### " + id + ": `x()`\n<!-- YAML\n" +
         "changes:\n" + history + "-->\n\nType: " + type + "\n\n";
}

const std::string kOne = Entry("DEP0001", "Runtime");
const std::string kTwo = Entry("DEP0002", "Documentation-only");

class Deprecations : public ::testing::Test {
 protected:
  Lines Judge(Content before, Content after,
              std::string_view title = "doc: x") {
    repository_ = FakeRepositoryView();
    repository_.changes().Add(kFile, std::move(before), std::move(after));
    return Complaints(kDeprecations, title,
                      {.views = {.repository = &repository_}});
  }

  FakeRepositoryView repository_;
};

TEST_F(Deprecations, AreAddedAndChanged) {
  EXPECT_EQ(Judge({}, kOne + kTwo), Lines{});
  EXPECT_EQ(Judge(kOne, kOne + kTwo), Lines{});
  EXPECT_EQ(Judge(kOne + kTwo, kTwo + kOne), Lines{});
  EXPECT_EQ(Judge(kTwo, Entry("DEP0002", "Runtime")), Lines{});
  EXPECT_EQ(Judge(kOne, "### DEP0001: without anchor"), Lines{});
  EXPECT_EQ(Judge("<a id=\"DEP0001\"></a>\n### x", "### `DEP0001`: x"),
            Lines{});
  EXPECT_EQ(Judge({}, ""), Lines{});
}

TEST_F(Deprecations, AreUnique) {
  EXPECT_EQ(Judge(kOne, kOne + kTwo + kTwo),
            Lines{"1:1+0: error: 'doc/api/deprecations.md' has 'DEP0002' 2 "
                  "times, an id of its own is wanted [DEP0002]"});
  EXPECT_EQ(Judge(kOne, kOne + "### DEP0001: y\n# DEP0001"),
            Lines{"1:1+0: error: 'doc/api/deprecations.md' has 'DEP0001' 3 "
                  "times, an id of its own is wanted [DEP0001]"});
  EXPECT_EQ(Judge(kOne, kOne + "<a id=\"DEP0001\"></a>\n### DEP0002: y"),
            Lines{"1:1+0: error: 'doc/api/deprecations.md' has 'DEP0001' 2 "
                  "times, an id of its own is wanted [DEP0001]"});
}

TEST_F(Deprecations, ThatWereNotUniqueBeforeAreNotBlamedOnWhoComesNext) {
  EXPECT_EQ(Judge(kOne + kOne, kOne + kOne + kTwo), Lines{});
  EXPECT_EQ(Judge(kOne + kOne, kOne), Lines{});
  EXPECT_EQ(Judge(kOne + kOne, kOne + kOne + kOne).size(), 1u);
}

TEST_F(Deprecations, Stay) {
  const std::string gone =
      "1:1+0: error: 'DEP0001' is gone from 'doc/api/deprecations.md', an id "
      "stays for good [DEP0001]";
  EXPECT_EQ(Judge(kOne + kTwo, kTwo), Lines{gone});
  EXPECT_EQ(Judge(kOne + kTwo, kTwo + "<a id=\"DEP0001\"></a>\n"), Lines{gone});
  EXPECT_EQ(Judge(kOne + kTwo, kTwo + "About DEP0001"), Lines{gone});
  EXPECT_EQ(Judge(kOne, Entry("DEP00011", "Runtime")), Lines{gone});
  EXPECT_EQ(Judge("<a id=\"DEP0001\"></a>", ""), Lines{gone});
  EXPECT_EQ(Judge("<a id=\"DEP0001\"></a>", "<a id=\"DEP0001\"></a>\n# x"),
            Lines{});
}

TEST_F(Deprecations, StayWithTheirDocument) {
  EXPECT_EQ(Judge(kOne + kTwo, {}),
            (Lines{"1:1+0: error: 'DEP0001' is gone from "
                   "'doc/api/deprecations.md', an id stays for good [DEP0001]",
                   "1:1+0: error: 'DEP0002' is gone from "
                   "'doc/api/deprecations.md', an id stays for good "
                   "[DEP0002]"}));
}

TEST_F(Deprecations, GetTheirNumberWhenTheyLand) {
  EXPECT_EQ(Judge(kOne, kOne + Entry("DEP00XX", "Runtime")),
            Lines{"1:1+0: warning: 'doc/api/deprecations.md' has 'DEP00XX', a "
                  "number is wanted [DEP00XX]"});
  EXPECT_EQ(Judge(kOne, kOne + Entry("DEPXXXX", "Runtime") +
                            Entry("DEPXXXX", "Runtime"))
                .size(),
            1u);
  EXPECT_EQ(Judge(Entry("DEP0XX1", "Runtime"), Entry("DEP0150", "Runtime")),
            Lines{});
  EXPECT_EQ(
      Judge(Entry("DEP0XX1", "Runtime"), Entry("DEP0XX1", "Runtime") + kOne),
      Lines{});
}

TEST_F(Deprecations, HaveTheirNumberInARelease) {
  const std::string open = Entry("DEP00XX", "Runtime");
  EXPECT_EQ(Judge(open, open, "2018-10-23, Version 11.0.0 (Current)"),
            Lines{"1:1+0: error: 'doc/api/deprecations.md' has 'DEP00XX', a "
                  "number is wanted [DEP00XX]"});
  EXPECT_EQ(Judge(open, kOne, "2018-10-23, Version 11.0.0 (Current)"), Lines{});
}

TEST_F(Deprecations, DoNotEndWithoutARuntimeDeprecation) {
  const std::string skips =
      "1:1+0: warning: 'DEP0002' moves from 'Documentation-only' to "
      "End-of-Life, a Runtime deprecation between them is wanted [DEP0002]";
  EXPECT_EQ(Judge(kTwo, Entry("DEP0002", "End-of-Life")), Lines{skips});
  EXPECT_EQ(Judge(kTwo, Entry("DEP0002", "End-of-Life",
                              "    description: End-of-Life.\n")),
            Lines{skips});
  EXPECT_EQ(
      Judge(Entry("DEP0002", "End-of-life"), Entry("DEP0002", "End-of-Life")),
      Lines{});
  EXPECT_EQ(Judge(kTwo + kOne, Entry("DEP0002", "End-of-Life") + kOne),
            Lines{skips});
}

TEST_F(Deprecations, EndBehindARuntimeDeprecation) {
  const std::string history = "    description: Runtime deprecation.\n";
  const std::string end = Entry("DEP0002", "End-of-Life");
  EXPECT_EQ(Judge(Entry("DEP0002", "Runtime"), end), Lines{});
  EXPECT_EQ(Judge(kTwo, Entry("DEP0002", "End-of-Life", history)), Lines{});
  EXPECT_EQ(Judge(Entry("DEP0002", "Documentation-only", history), end),
            Lines{});
  EXPECT_EQ(Judge(end, end + kOne), Lines{});
  EXPECT_EQ(Judge({}, end), Lines{});
  EXPECT_EQ(Judge("### DEP0002: x", end), Lines{});
}

TEST_F(Deprecations, AreInTheFileThatThePolicySays) {
  repository_.changes().Add("old.md", kOne, "");
  repository_.changes().Keep(kFile, kTwo + kTwo);
  const auto judge = [&](const std::string& file) {
    return Complaints(
        kDeprecations, "doc: x",
        {.options = {{"file", file}}, .views = {.repository = &repository_}});
  };
  EXPECT_EQ(judge(kFile), Lines{});
  EXPECT_EQ(judge(""), Lines{});
  EXPECT_EQ(repository_.changes().reads(), 0);
  EXPECT_EQ(judge("old.md"), Lines{"1:1+0: error: 'DEP0001' is gone from "
                                   "'old.md', an id stays for good [DEP0001]"});
}

TEST_F(Deprecations, AreFoundOneByOneButNotWithoutEnd) {
  std::string many;
  for (int i = 10'000; i < 20'000; ++i)
    many += "# DEP" + std::to_string(i) + '\n';
  EXPECT_EQ(Judge(many, "").size(), Reporter::kMaxFindings + 1);
}

TEST_F(Deprecations, AreForLandingOnlyAndNeedChanges) {
  EXPECT_TRUE(kDeprecations.landing_only);
  EXPECT_EQ(kDeprecations.needs, static_cast<Needs>(Need::kChanges));
}

}  // namespace
}  // namespace commitgate::testing
