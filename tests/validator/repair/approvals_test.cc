// SPDX-License-Identifier: MIT
#include "validator/repair/approvals.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Logins = std::vector<std::string>;

Logins ApproversOf(const std::vector<Review>& reviews,
                   const std::vector<Review>& comments = {}) {
  Approvals approvals;
  for (const Review& review : reviews)
    approvals.AddReview(review);
  for (const Review& comment : comments)
    approvals.AddComment(comment);
  return approvals.Logins();
}

TEST(Approvals, AreWhatEachSaidLast) {
  struct Case {
    std::string_view what;
    std::vector<Review> reviews;
    Logins approvers;
  };
  for (const auto& [what, reviews, approvers] : {
           Case{"nothing", {}, {}},
           Case{"an approval", {{"a", "APPROVED", "", "1"}}, {"a"}},
           Case{"in the order of the first word",
                {{"b", "CHANGES_REQUESTED", "", "1"},
                 {"a", "APPROVED", "", "2"},
                 {"b", "APPROVED", "", "3"}},
                {"b", "a"}},
           Case{"whatever the case of the login",
                {{"Ann", "APPROVED", "", "1"},
                 {"ann", "CHANGES_REQUESTED", "", "2"}},
                {}},
           Case{"a comment changes nothing",
                {{"a", "APPROVED", "", "1"}, {"a", "COMMENTED", "hm", "2"}},
                {"a"}},
           Case{"a request for changes takes it back",
                {{"a", "APPROVED", "", "1"},
                 {"a", "CHANGES_REQUESTED", "", "2"}},
                {}},
           Case{"a dismissal, too",
                {{"a", "APPROVED", "", "1"}, {"a", "DISMISSED", "", "2"}},
                {}},
           Case{"after which one starts anew",
                {{"a", "APPROVED", "", "1"},
                 {"b", "APPROVED", "", "2"},
                 {"a", "DISMISSED", "", "3"},
                 {"a", "APPROVED", "", "4"}},
                {"b", "a"}},
           Case{"what is not sent yet", {{"a", "PENDING", "LGTM", ""}}, {}},
           Case{"what GitHub does not say", {{"a", "approved", "", "1"}}, {}},
       }) {
    SCOPED_TRACE(what);
    EXPECT_EQ(ApproversOf(reviews), approvers);
  }
}

TEST(Approvals, AreSomeWords) {
  for (const char* text : {"LGTM", "lgtm", " LGTM!\n", "Lgtm."}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(ApproversOf({{"a", "COMMENTED", text, "1"}}), Logins{"a"});
    EXPECT_EQ(ApproversOf({}, {{"a", "", text, "1"}}), Logins{"a"});
  }
}

TEST(Approvals, AreNoOtherWords) {
  for (const char* text :
       {"", "LGTMs", "not LGTM", "LGTM!!", "LGTM with a nit", "LGT", "lgtm_"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(ApproversOf({{"a", "COMMENTED", text, "1"}}), Logins{});
    EXPECT_EQ(ApproversOf({}, {{"a", "", text, "1"}}), Logins{});
  }
}

TEST(Approvals, HoldAgainstOlderComments) {
  const std::vector<Review> asks{{"a", "CHANGES_REQUESTED", "", "2"}};
  EXPECT_EQ(ApproversOf(asks, {{"a", "", "LGTM", "1"}}), Logins{});
  EXPECT_EQ(ApproversOf(asks, {{"a", "", "LGTM", "2"}}), Logins{});
  EXPECT_EQ(ApproversOf(asks, {{"a", "", "LGTM", "3"}}), Logins{"a"});
}

}  // namespace
}  // namespace commitgate
