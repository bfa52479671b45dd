// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

TEST(NoFixup, UnfinishedCommitsAreRefused) {
  const struct {
    const char* title;
    const char* complaint;
  } kCases[] = {
      {"fixup! doc: x",
       "1:1+6: error: title starts with 'fixup!', the commit must be squashed "
       "before it lands [fixup!]"},
      {"squash! doc: x",
       "1:1+7: error: title starts with 'squash!', the commit must be squashed "
       "before it lands [squash!]"},
      {"amend! doc: x",
       "1:1+6: error: title starts with 'amend!', the commit must be squashed "
       "before it lands [amend!]"},
      {"fixup! Revert \"doc: x\"",
       "1:1+6: error: title starts with 'fixup!', the commit must be squashed "
       "before it lands [fixup!]"},
      {"fixup! fixup! doc: x",
       "1:1+6: error: title starts with 'fixup!', the commit must be squashed "
       "before it lands [fixup!]"},
      {"fixup!",
       "1:1+6: error: title starts with 'fixup!', the commit must be squashed "
       "before it lands [fixup!]"},
      {" squash! ",
       "1:2+7: error: title starts with 'squash!', the commit must be squashed "
       "before it lands [squash!]"},
      {"amend!",
       "1:1+6: error: title starts with 'amend!', the commit must be squashed "
       "before it lands [amend!]"},
      {"WIP",
       "1:1+3: error: title starts with 'WIP', the commit is not "
       "finished [WIP]"},
      {"wip: doc: x",
       "1:1+3: error: title starts with 'wip', the commit is "
       "not finished [wip]"},
      {"WIP doc: x",
       "1:1+3: error: title starts with 'WIP', the commit is not "
       "finished [WIP]"},
      {"[WIP] doc: x",
       "1:1+5: error: title starts with '[WIP]', the commit is "
       "not finished [[WIP]]"},
      {"[v10.x] doc: x",
       "1:1+7: error: title starts with '[v10.x]', such a "
       "tag belongs into the pull request [[v10.x]]"},
      {"[文]doc: x",
       "1:1+4: error: title starts with '[文]', such a tag "
       "belongs into the pull request [[文]]"},
  };
  for (const auto& [title, complaint] : kCases) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kNoFixup, title), Lines{complaint});
  }
}

TEST(NoFixup, OtherTitlesAreAccepted) {
  const char* const kTitles[] = {
      "",
      "doc: x",
      "fixup doc: x",
      "fixup!doc: x",
      "!",
      "fixup",
      "Fixup!",
      "doc: fixup! x",
      "doc: explain WIP",
      "wipe: x",
      "[doc: x",
      "doc: [x] y",
      "Revert \"fixup! doc: x\"",
      "Revert \"[v10.x] doc: x\"",
      "Reapply \"squash! doc: x\"",
  };
  for (const char* const title : kTitles) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kNoFixup, title), Lines{});
  }
}

TEST(NoFixup, LooksAtTheTitleOnly) {
  EXPECT_EQ(Complaints(kNoFixup, "doc: x\n\nfixup! doc: y\n\nWIP"), Lines{});
}

TEST(NoFixup, IsForLandingOnly) {
  EXPECT_TRUE(kNoFixup.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
