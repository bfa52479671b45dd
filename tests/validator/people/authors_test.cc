// SPDX-License-Identifier: MIT
#include "validator/people/authors.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/known_people.h"

namespace commitgate::testing {
namespace {

const Mailbox kAnn = {"Ann Other", "ann@example.com"};
const Mailbox kBob = {"Bob Case", "bob@example.com"};
const Mailbox kCarol = {"Carol Doe", "carol@example.com"};

Commit By(const std::string& author, const std::string& trailers) {
  const std::string object =
      (author.empty() ? "" : "author " + author + " 0 +0000\n") +
      "\ndoc: x\n\n" + trailers + '\n';
  return ParseCommitObject("c", Bytes(object.begin(), object.end()));
}

PersonSet Authors(const Commit& commit) {
  return AuthorsOf(commit, {KnownNames(), &KnownPeople()});
}

TEST(Authors, AreWhoWroteItAndWhoIsCredited) {
  const Commit commit = By("Bob Case <bob@old.example.org>",
                           "Co-authored-by: Ann Other <ann@example.com>\n"
                           "CO-AUTHORED-BY: Stranger <s@example.org>");
  const PersonSet authors = Authors(commit);
  EXPECT_EQ(authors.size(), 3u);
  EXPECT_TRUE(authors.Contains(kBob));
  EXPECT_TRUE(authors.Contains(kAnn));
  EXPECT_TRUE(authors.Contains({"", "s@example.org"}));
  EXPECT_FALSE(authors.Contains(kCarol));
}

TEST(Authors, AreCountedOnce) {
  const Commit commit = By("Bob Case <bob@old.example.org>",
                           "Co-authored-by: Bob Case <bob@example.com>");
  EXPECT_EQ(Authors(commit).size(), 1u);
}

TEST(Authors, AreNotWhoDoesSomethingElse) {
  const Commit commit = By("",
                           "Reviewed-By: Ann Other <ann@example.com>\n"
                           "Signed-off-by: Bob Case <bob@example.com>");
  EXPECT_EQ(Authors(commit).size(), 0u);
}

TEST(Authors, WithoutAnAddressAreNotKnown) {
  const Commit commit = By("Bob Case <>",
                           "Co-authored-by: Bob Case\n"
                           "Co-authored-by: Bob Case <>\n"
                           "Co-authored-by: bob");
  EXPECT_EQ(Authors(commit).size(), 0u);
  EXPECT_FALSE(Authors(commit).HasMember(*KnownPeople().FindByLogin("bob")));
}

TEST(Authors, AreCreditedWithoutAngleBrackets) {
  for (const std::string value :
       {"Ann Other ann@example.com", "ann@example.com",
        "Ann\tann@example.com  ", "@ann ann@example.com",
        "ann@example.com (Ann Other)"}) {
    SCOPED_TRACE(value);
    const Commit commit = By("", "Co-authored-by: " + value);
    const PersonSet authors = Authors(commit);
    EXPECT_EQ(authors.size(), 1u);
    EXPECT_TRUE(authors.Contains(kAnn));
  }
}

TEST(Authors, AreNotGuessedFromSeveralWordsOrNone) {
  for (const std::string value :
       {"ann@example.com bob@example.com", "Ann @ Other", "@ann", "ann@",
        "Ann <> ann@example.com"}) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Authors(By("", "Co-authored-by: " + value)).size(), 0u);
  }
}

TEST(Authors, AreMembersOfTheRosterUnderAnyAddress) {
  const Commit commit = By("B <bob@old.example.org>", "");
  EXPECT_TRUE(Authors(commit).HasMember(*KnownPeople().FindByLogin("bob")));
  EXPECT_FALSE(Authors(commit).HasMember(*KnownPeople().FindByLogin("ann")));
}

}  // namespace
}  // namespace commitgate::testing
