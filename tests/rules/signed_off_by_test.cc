// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kMine =
    "Signed-off-by: A U Thor <author@example.com>";

Lines Judge(std::string_view trailers, std::string_view title = "doc: x",
            const Given& given = {}) {
  return Complaints(kSignedOffBy,
                    std::string(title) + "\n\nbody\n\n" + std::string(trailers),
                    given);
}

TEST(SignedOffBy, TheAuthorIsFine) {
  for (const std::string_view trailers :
       {kMine, std::string_view("signed-off-by : A <AUTHOR@example.com>"),
        std::string_view("Signed-off-by: B <b@b.c>\n"
                         "Signed-off-by: A <author@example.com>"),
        std::string_view("Signed-off-by: A <author@example.com>\n\nFixes: #1"),
        std::string_view("Signed-off-by: A U Thor\n <author@example.com>")}) {
    SCOPED_TRACE(trailers);
    EXPECT_EQ(Judge(trailers), Lines{});
  }
}

TEST(SignedOffBy, NobodyIsAnError) {
  const Lines missing{"1:1+0: error: Signed-off-by is missing"};
  EXPECT_EQ(Judge(""), missing);
  EXPECT_EQ(Judge("PR-URL: u"), missing);
  EXPECT_EQ(Judge("Signed-off: A <author@example.com>"), missing);
  EXPECT_EQ(Judge("", "Deps: x"), missing);
  EXPECT_EQ(Judge("", "build(deps): x"), missing);
  EXPECT_EQ(Judge("", "no subsystem"), missing);
  EXPECT_EQ(Complaints(kSignedOffBy, ""), missing);
}

TEST(SignedOffBy, BackportOfNothingIsNone) {
  for (const char* const value :
       {"", " u", " #1", " https://github.com/nodejs/node/issues/1",
        " https://example.com/nodejs/node/pull/1"}) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Judge("Backport-PR-URL:" + std::string(value)),
              Lines{"1:1+0: error: Signed-off-by is missing"});
  }
}

TEST(SignedOffBy, NobodyIsAWarningWhereDependenciesAreAmongTheSubsystems) {
  EXPECT_EQ(Judge("", "deps,test: x"),
            Lines{"1:1+0: warning: Signed-off-by is missing"});
}

TEST(SignedOffBy, NobodyIsFineWhereNoneIsWanted) {
  const Given given{.options = {{"require", "when-present"}}};
  EXPECT_EQ(Judge("", "doc: x", given), Lines{});
  EXPECT_EQ(Judge("PR-URL: u", "deps,test: x", given), Lines{});
}

TEST(SignedOffBy, NothingIsAskedOfImportsAndBackports) {
  EXPECT_EQ(Judge("", "deps: x"), Lines{});
  EXPECT_EQ(Judge("", "deps,deps: x"), Lines{});
  EXPECT_EQ(Judge("", "deps: V8: x"), Lines{});
  EXPECT_EQ(Judge("", "Revert \"deps: x\""), Lines{});
  EXPECT_EQ(Judge("Signed-off-by: nobody", "deps: x"), Lines{});
  const std::string backport =
      "backport-pr-url: https://github.com/nodejs/node/pull/1";
  EXPECT_EQ(Judge(backport), Lines{});
  EXPECT_EQ(Judge("Backport-PR-URL: u\n" + backport), Lines{});
  EXPECT_EQ(Judge(backport + "\nSigned-off-by: nobody"), Lines{});
}

TEST(SignedOffBy, MustBeWellFormed) {
  for (const std::string_view require : {"always", "when-present"}) {
    SCOPED_TRACE(require);
    const Given given{.options = {{"require", std::string(require)}}};
    EXPECT_EQ(Judge("Signed-off-by: A U Thor", "doc: x", given),
              Lines{"5:16+8: error: Signed-off-by has no address in angle "
                    "brackets, wanted 'Name <local@domain>' [A U Thor]"});
    EXPECT_EQ(Judge("Signed-off-by:\nPR-URL: u", "doc: x", given),
              Lines{"5:1+13: error: Signed-off-by is empty, wanted 'Name "
                    "<local@domain>'"});
  }
}

TEST(SignedOffBy, IsJudgedAtItsOwnLineThoughAnotherIsFine) {
  EXPECT_EQ(Judge("PR-URL: u\nSigned-off-by: A <a@b>\n" + std::string(kMine)),
            Lines{"6:18+5: error: Signed-off-by has an address without a dot "
                  "inside its domain, wanted 'Name <local@domain>' [<a@b>]"});
}

TEST(SignedOffBy, HasOneMailbox) {
  EXPECT_EQ(Judge("Signed-off-by: A <author@example.com> <junk>"),
            Lines{"5:39+6: error: Signed-off-by has text behind the address, "
                  "wanted 'Name <local@domain>' [<junk>]"});
  EXPECT_EQ(Judge("Signed-off-by: A <>x@y.z>"),
            Lines{"5:20+6: error: Signed-off-by has text behind the address, "
                  "wanted 'Name <local@domain>' [x@y.z>]"});
}

TEST(SignedOffBy, AnotherThanTheAuthorIsAWarning) {
  EXPECT_EQ(Judge("Signed-off-by: B <b@b.c>\nSigned-off-by: C <c@b.c>"),
            Lines{"5:19+5: warning: Signed-off-by is not the author's, "
                  "<author@example.com> [b@b.c]"});
}

TEST(SignedOffBy, AnybodyIsFineWhereTheAuthorIsUnknown) {
  EXPECT_EQ(Judge("Signed-off-by: B <b@b.c>", "doc: x", {.author_email = ""}),
            Lines{});
}

TEST(SignedOffBy, ABotIsNoPerson) {
  const struct {
    std::string_view bot;
    std::string_view place;
  } kCases[] = {
      {"dependabot[bot] <x@y.z>", "5:16+23"},
      {"x <49699333+dependabot[bot]@users.noreply.github.com>", "5:16+53"},
      {"Node.js GitHub Bot <GITHUB-BOT@iojs.org>", "5:16+40"},
  };
  for (const auto& [bot, place] : kCases) {
    SCOPED_TRACE(bot);
    const std::string warning =
        std::string(place) +
        ": warning: Signed-off-by is a bot's, wanted a person's [" +
        std::string(bot) + "]";
    const std::string trailer = "Signed-off-by: " + std::string(bot);
    EXPECT_EQ(
        Judge(trailer),
        (Lines{warning, "1:1+0: error: Signed-off-by a person is missing"}));
    EXPECT_EQ(
        Judge(trailer, "deps,doc: x"),
        (Lines{warning, "1:1+0: warning: Signed-off-by a person is missing"}));
    EXPECT_EQ(
        Judge(trailer, "doc: x", {.options = {{"require", "when-present"}}}),
        Lines{warning});
    EXPECT_EQ(Judge(trailer + "\n" + std::string(kMine)), Lines{warning});
  }
}

TEST(SignedOffBy, ABotsCommitNeedsNone) {
  const Given bots[] = {
      {.author_name = "renovate[bot]"},
      {.author_email = "1+x[bot]@users.noreply.github.com"},
      {.author_email = "github-bot@iojs.org"},
  };
  for (const Given& given : bots) {
    EXPECT_EQ(Judge("PR-URL: u", "doc: x", given), Lines{});
    EXPECT_EQ(Judge("Signed-off-by: nobody\nSigned-off-by: A <a@b.c>", "doc: x",
                    given),
              (Lines{"5:1+13: warning: a bot's commit has a Signed-off-by",
                     "6:1+13: warning: a bot's commit has a Signed-off-by"}));
  }
}

TEST(SignedOffBy, AddressesThatLookLikeABotsAreAPersons) {
  EXPECT_EQ(Judge("Signed-off-by: Robot <bot@example.com>", "doc: x",
                  {.author_email = "bot@example.com"}),
            Lines{});
  EXPECT_EQ(Judge("Signed-off-by: [bot] Ann <ann@example.com>", "doc: x",
                  {.author_email = "ann@example.com"}),
            Lines{});
}

}  // namespace
}  // namespace commitgate::testing
