// SPDX-License-Identifier: MIT
#include <string>

#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

const std::string kHash = "0123456789abcdef0123456789abcdef01234567";
const std::string kNoName =
    "1:1+6: warning: revert does not name the commit, 'This reverts commit "
    "<hash>.' is wanted";
const std::string kNoReason =
    "1:1+6: warning: revert does not say why, a reason is wanted";

Lines Judge(const std::string& body) {
  return Complaints(kRevert, "Revert \"doc: x\"\n\n" + body);
}

TEST(Revert, OtherTitlesAreFree) {
  const char* const kTitles[] = {"",
                                 "doc: x",
                                 "Revert doc: x",
                                 "revert \"doc: x\"",
                                 "doc: revert \"x\"",
                                 "fixup! Revert \"doc: x\""};
  for (const char* const title : kTitles) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kRevert, title), Lines{});
  }
}

TEST(Revert, NameAndReasonAreAccepted) {
  const struct {
    const char* what;
    std::string body;
  } kCases[] = {
      {"git's own words", "This reverts commit " + kHash + ".\n\nIt broke."},
      {"the reason first", "It broke.\n\nThis reverts commit " + kHash + "."},
      {"the reason in the sentence",
       "This reverts commit " + kHash + " because it broke."},
      {"a short hash", "This reverts commit 0123456.\nIt broke."},
      {"a long hash",
       "This reverts commit " + std::string(64, 'a') + ". Broke"},
      {"no full stop", "This reverts commit " + kHash + "\n\nIt broke."},
      {"wrapped", "Here goes.  This reverts\ncommit\n" + kHash + "."},
      {"a merge", "This reverts commit " + kHash +
                      ", reversing\nchanges made to " + kHash + ".\n\nBroke."},
      {"git revert --reference",
       "This reverts commit 0123456 (doc: x, 2024-01-01).\n\nIt broke."},
      {"several commits",
       "This reverts commits 0123456, 1234567 and 2345678.\n\nIt broke."},
      {"a URL", "This reverts commit https://github.com/nodejs/node/commit/" +
                    kHash + ".\n\nIt broke."},
      {"lower case, upper case", "this reverts commit ABCDEF0.\n\nIt broke."},
      {"metadata", "This reverts commit 0123456.\n\nIt broke.\n\nPR-URL: x"},
      {"a reason in other letters", "This reverts commit 0123456.\n\n理由"},
      {"opened twice", "This This reverts commit 0123456."},
  };
  for (const auto& [what, body] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(body), Lines{});
  }
}

TEST(Revert, NameIsWanted) {
  const char* const kBodies[] = {
      "It broke.",
      "Reverts nodejs/node#12345",
      "This reverts the commit 0123456.",
      "It broke.  This reverts commit",
      "It broke.\n\nRefs: 0123456",
  };
  for (const char* const body : kBodies) {
    SCOPED_TRACE(body);
    EXPECT_EQ(Judge(body), Lines{kNoName});
  }
}

TEST(Revert, HashIsWanted) {
  const struct {
    const char* body;
    const char* place;
  } kCases[] = {
      {
          "It broke.\nThis reverts commit 012345.",
          "4:21+6",
      },
      {"文字. This reverts commit 012345 .", "3:27+6"},
      {"It broke.\nThis reverts commit master.", "4:21+6"},
      {"It broke.\nThis reverts commit \u2026...", "4:21+4"},
      {"It broke.\nThis reverts commit\n#12, sorry", "5:2+2"},
  };
  for (const auto& [body, place] : kCases) {
    SCOPED_TRACE(body);
    const Lines complaints = Judge(body);
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_TRUE(complaints[0].starts_with(
        std::string(place) +
        ": warning: no hash of a commit, 7 to 64 hexadecimal digits are "
        "wanted ["))
        << complaints[0];
  }
  EXPECT_EQ(Judge("Broke.  This reverts commit " + std::string(65, 'a')).size(),
            1u);
}

TEST(Revert, OneHashIsEnough) {
  EXPECT_EQ(Judge("This reverts commit in part 0123456.\n\n"
                  "This reverts commit 0123456."),
            Lines{});
}

TEST(Revert, ReasonIsWanted) {
  const struct {
    const char* what;
    std::string body;
  } kCases[] = {
      {"only the sentence", "This reverts commit 0123456."},
      {"a merge",
       "This reverts commit 0123456, reversing\nchanges made to "
       "1234567."},
      {"a reference", "This reverts commit 0123456 (doc: a (b), 2024-01-01)."},
      {"two sentences",
       "This reverts commit 0123456.\nThis reverts commit 1234567."},
      {"several commits", "This reverts commits 0123456 and 1234567."},
      {"metadata",
       "This reverts commit 0123456.\n\nRefs: https://example.com\nPR-URL: x"},
      {"stray metadata",
       "This reverts commit 0123456.\n\n"
       "PR-URL: https://github.com/nodejs/node/pull/1\n\n"
       "Reviewed-By: A <a@example.com>"},
      {"a dash", "This reverts commit 0123456.\n\n--"},
  };
  for (const auto& [what, body] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(body), Lines{kNoReason});
  }
}

TEST(Revert, IsReadUpToALimit) {
  const auto behind = [](int words) {
    std::string body;
    for (int i = 0; i < words; ++i)
      body += "x\n";
    return Judge(body + "This reverts commit 0123456.");
  };
  EXPECT_EQ(behind(9'996), Lines{});
  EXPECT_EQ(behind(10'000), Lines{kNoName});
}

TEST(Revert, BothAreWanted) {
  EXPECT_EQ(Judge(""), (Lines{kNoName, kNoReason}));
  EXPECT_EQ(Judge("PR-URL: x"), (Lines{kNoName, kNoReason}));
}

TEST(Revert, ReapplyIsARevertToo) {
  EXPECT_EQ(
      Complaints(kRevert, "Reapply \"doc: x\"\n\nThis reverts commit 0123456."),
      Lines{"1:1+7: warning: revert does not say why, a reason is wanted"});
}

class RevertInRepository : public ::testing::Test {
 protected:
  RevertInRepository() {
    repository_.AddAncestor(kHash, "doc: x");
    repository_.AddAncestor("1111111aaa", "doc: y (#12)");
    repository_.AddElsewhere("2222222aaa", "Revert \"doc: x\"");
    repository_.AddAncestor("3333333aaa", "Reapply \"doc: x\"");
  }

  /// About a revert with this title and these commits.
  Lines Judge(const std::string& title, const std::string& hashes) {
    return Complaints(
        kRevert, title + "\n\nThis reverts commit " + hashes + ".\n\nBroke.",
        {.views = {.repository = &repository_}});
  }

  FakeRepositoryView repository_;
};

TEST_F(RevertInRepository, UndoesWhatItQuotes) {
  const struct {
    const char* what;
    std::string title;
    std::string hashes;
  } kCases[] = {
      {"a commit", "Revert \"doc: x\"", kHash},
      {"its number is free", "Revert \"doc: y\"", "1111111"},
      {"a number of its own", "Revert \"doc: y (#12)\" (#13)", "1111111"},
      {"a revert", "Revert \"Revert \"doc: x\"\"", "2222222"},
      {"a revert, as git says it", "Reapply \"doc: x\"", "2222222"},
      {"what was undone", "Reapply \"doc: x\"", kHash},
      {"a Reapply", "Revert \"Reapply \"doc: x\"\"", "3333333"},
      {"one of several", "Revert \"doc: x\"", "1111111, 3333333 and " + kHash},
      {"one of two sentences", "Revert \"doc: x\"",
       "1111111.\nThis reverts commit " + kHash},
      {"cut", "Revert \"doc:...\"", kHash},
  };
  for (const auto& [what, title, hashes] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(title, hashes), Lines{});
  }
}

TEST_F(RevertInRepository, QuotesAnotherCommit) {
  EXPECT_EQ(Judge("Revert \"doc: z\"", "0123456"),
            Lines{"3:21+7: error: revert names '0123456', whose title is "
                  "'doc: x', not 'doc: z' [0123456]"});
  const struct {
    const char* what;
    std::string title;
    std::string hashes;
  } kCases[] = {
      {"a revert of it", "Revert \"doc: x\"", "2222222"},
      {"the commit, not its revert", "Revert \"Revert \"doc: x\"\"", kHash},
      {"a Reapply of another", "Reapply \"doc: y\"", "2222222"},
      {"several", "Revert \"doc: z\"", kHash + " and 1111111"},
  };
  for (const auto& [what, title, hashes] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(title, hashes).size(), 1u);
  }
}

TEST_F(RevertInRepository, QuotesNoneOfSeveral) {
  EXPECT_EQ(Judge("Revert \"doc: z\"", "1111111 and " + kHash),
            Lines{"3:21+7: error: revert names '1111111', whose title is "
                  "'doc: y (#12)', not 'doc: z' [1111111]"});
}

TEST_F(RevertInRepository, NamesNoCommit) {
  EXPECT_EQ(Judge("Revert \"doc: x\"", "fffffff"),
            Lines{"3:21+7: warning: revert names 'fffffff', which is no "
                  "commit of this repository [fffffff]"});
  EXPECT_EQ(Judge("Revert \"doc: x\"", kHash + " and fffffff").size(), 1u);
  EXPECT_EQ(Judge("Revert \"doc: z\"", kHash + " and fffffff").size(), 2u);
}

TEST_F(RevertInRepository, NamesWhatCannotBeTold) {
  repository_.AddElsewhere("1111111bbb", "doc: y");
  EXPECT_EQ(Judge("Revert \"doc: z\"", "1111111"), Lines{});
  EXPECT_EQ(Judge("Revert \"doc: z\"", kHash + " and 1111111"), Lines{});
  repository_.CutOff();
  EXPECT_EQ(Judge("Revert \"doc: z\"", "fffffff"), Lines{});
}

TEST_F(RevertInRepository, MayBeOfARepositoryThatIsNotHere) {
  repository_.StoreNothing();
  EXPECT_EQ(Judge("Revert \"doc: z\"", "fffffff"), Lines{});
}

TEST_F(RevertInRepository, NamesMoreThanAreLookedUp) {
  const auto hashes = [](int count) {
    std::string words;
    for (int i = 0; i < count; ++i)
      words += "1111111 and ";
    return words + "1111111";
  };
  EXPECT_EQ(Judge("Revert \"doc: z\"", hashes(49)).size(), 1u);
  EXPECT_EQ(Judge("Revert \"doc: z\"", hashes(50)), Lines{});
}

TEST_F(RevertInRepository, OtherTitlesAreFree) {
  EXPECT_EQ(Judge("doc: z", kHash), Lines{});
  EXPECT_EQ(Judge("fixup! Revert \"doc: z\"", "fffffff"), Lines{});
}

}  // namespace
}  // namespace commitgate::testing
