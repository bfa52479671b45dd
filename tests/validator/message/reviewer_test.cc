// SPDX-License-Identifier: MIT
#include "validator/message/reviewer.h"

#include <string>

#include <gtest/gtest.h>

#include "validator/message/message.h"

namespace commitgate {
namespace {

using Lines = std::vector<std::string>;

/// Each reviewer as `line name|address`.
Lines Reviewers(std::string_view text) {
  const Message message = MakeMessage(text);
  Lines reviewers;
  for (const Reviewer& reviewer : message.reviewers)
    reviewers.push_back(
        std::to_string(message.lines[reviewer.trailer->first_line].number) +
        " " + std::string(reviewer.mailbox.name) + "|" +
        std::string(reviewer.mailbox.email));
  return reviewers;
}

TEST(Reviewer, IsWhoeverAMessageNames) {
  EXPECT_EQ(Reviewers("doc: x\n\nReviewed-By: A B <a@b.c>\n"
                      "PR-URL: u\nreviewed-by: C\n <c@b.c>\n"
                      "Reviewed-By: A B <a@b.c>\n"),
            (Lines{"3 A B|a@b.c", "5 C|c@b.c", "7 A B|a@b.c"}));
}

TEST(Reviewer, IsFoundOutsideOfTheBlockToo) {
  EXPECT_EQ(Reviewers("doc: x\n\nReviewed-By: A <a@b.c>\n\nPR-URL: u\n"),
            Lines{"3 A|a@b.c"});
}

TEST(Reviewer, IsNobodyWhoCannotBeRead) {
  for (const std::string_view text :
       {"", "doc: x", "doc: x\n\nReviewed-By:", "doc: x\n\nReviewed-By: A",
        "doc: x\n\nReviewed-By: A <a>", "doc: x\n\nReviewed-By: <a@b.c>",
        "doc: x\n\nReviewed-By: A <a@b.c>, B <b@b.c>",
        "doc: x\n\nAcked-by: A <a@b.c>"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Reviewers(text), Lines{});
  }
}

}  // namespace
}  // namespace commitgate
