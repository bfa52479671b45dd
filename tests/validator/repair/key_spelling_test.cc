// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(KeySpelling, IsThatOfTheGuide) {
  constexpr RepairCase kCases[] = {
      {"other case", "doc: fix typo\n\nreviewed-by: A <a@b.cc>\n",
       "key-spelling", "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n"},
      {"a blank for a hyphen",
       "doc: fix typo\n\nReviewed By: A <a@b.cc>\nReviewed-By: B <b@b.cc>\n",
       "key-spelling",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\nReviewed-By: B <b@b.cc>\n"},
      {"one letter", "doc: fix typo\n\nReviewd-By: A <a@b.cc>\n",
       "key-spelling", "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n"},
      {"a word that only looks right", "doc: fix typo\n\nRef: http://a.bc/d\n",
       "key-spelling", "doc: fix typo\n\nRefs: http://a.bc/d\n"},
      {"a blank before the colon",
       "doc: fix typo\n\nreviewed-by : A <a@b.cc>\n", "key-spelling",
       "doc: fix typo\n\nReviewed-By: A <a@b.cc>\n"},
  };
  ExpectRepairs(kCases);
}

TEST(KeySpelling, StaysWhereItMayBeMeant) {
  constexpr RepairCase kCases[] = {
      {"in code", "doc: fix typo\n\n```\nreviewed-by: A <a@b.cc>\n```\n\nx\n"},
      {"in code that is not closed",
       "doc: fix typo\n\n```\nreviewed-by: A <a@b.cc>\n\nx\n"},
      {"in a quote", "doc: fix typo\n\n    reviewed-by: A <a@b.cc>\n\nx\n"},
      {"in a list",
       "doc: fix typo\n\n- Refs: http://a.bc/d\n- Fixes: http://a.bc/d\n\nx\n"},
      {"in prose", "doc: fix typo\n\nfixes: all of it\nand more\n"},
      {"another key", "doc: fix typo\n\nOriginal-Reviewed-by: A <a@b.cc>\n"},
  };
  ExpectRepairs(kCases);
}

TEST(KeySpelling, StaysInListsOfDrafts) {
  constexpr std::string_view kMessage =
      "doc: fix typo\n\n- refs: http://a.bc/d\n\nx\n";
  EXPECT_EQ(Repair(kMessage, Stage::kDraft), "\n" + std::string(kMessage));
}

}  // namespace
}  // namespace commitgate::testing
