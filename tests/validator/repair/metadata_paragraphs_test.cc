// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(MetadataParagraphs, AreJoined) {
  constexpr RepairCase kCases[] = {
      {"two of them",
       "doc: fix typo\n\nFixes: https://github.com/nodejs/node/issues/1\n\n"
       "PR-URL: https://github.com/nodejs/node/pull/2\n"
       "Reviewed-By: A <a@b.cc>\n",
       "metadata-paragraphs",
       "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/pull/2\n"
       "Fixes: https://github.com/nodejs/node/issues/1\n"
       "Reviewed-By: A <a@b.cc>\n"},
      {"three of them",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n\n\n"
       "Reviewed-By: B <b@b.cc>\n\nReviewed-By: C <c@b.cc>\n",
       "metadata-paragraphs",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\nReviewed-By: B <b@b.cc>\n"
       "Reviewed-By: C <c@b.cc>\n"},
      {"below prose",
       "doc: fix typo\n\nIt was there.\nAnd here.\n"
       "PR-URL: https://github.com/nodejs/node/pull/2\n",
       "metadata-paragraphs",
       "doc: fix typo\n\nIt was there.\nAnd here.\n\n"
       "PR-URL: https://github.com/nodejs/node/pull/2\n"},
      {"co-authors",
       "doc: fix typo\n\nCo-authored-by: A <a@b.cc>\n\n"
       "PR-URL: https://github.com/nodejs/node/pull/2\n",
       "metadata-paragraphs",
       "doc: fix typo\n\nCo-authored-by: A <a@b.cc>\n"
       "PR-URL: https://github.com/nodejs/node/pull/2\n"},
  };
  ExpectRepairs(kCases);
}

TEST(MetadataParagraphs, StayWhereTheyMayBeOfAnotherCommit) {
  constexpr RepairCase kCases[] = {
      {"prose follows",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n\nThanks.\n"},
      {"prose between",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n\nThanks.\n"
       "\nReviewed-By: B <b@b.cc>\n"},
      {"two landings",
       "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/pull/1\n\n"
       "PR-URL: https://github.com/nodejs/node/pull/2\n"},
      {"a quoted commit",
       "doc: fix typo\n\nOriginal commit message:\n\n"
       "Reviewed-By: A <a@b.cc>\n\n"
       "Reviewed-By: B <b@b.cc>\n"},
      {"a block that is prose for people",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n\nNote: this is prose\n"},
      {"below what looks like metadata",
       "doc: fix typo\n\nSaid_By: x\nReviewed-By: A <a@b.cc>\n"
       "Reviewed-By: B <b@b.cc>\nReviewed-By: C <c@b.cc>\nx\n"},
      {"in one block but in no order",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n"
       "PR-URL: https://github.com/nodejs/node/pull/2\n"},
  };
  ExpectRepairs(kCases);
}

TEST(MetadataParagraphs, StayInDrafts) {
  constexpr std::string_view kMessage =
      "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n\nReviewed-By: B <b@b.cc>\n";
  EXPECT_EQ(Repair(kMessage, Stage::kDraft), "\n" + std::string(kMessage));
}

}  // namespace
}  // namespace commitgate::testing
