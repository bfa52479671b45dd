// SPDX-License-Identifier: MIT
#include "validator/repair/named_reviewer.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

Roster People() {
  return Roster::Read("README.md",
                      "## Current project team members\n"
                      "\n"
                      "### Collaborators\n"
                      "\n"
                      "* [ann](https://github.com/ann) - **Ann Lee** "
                      "&lt;ann@example.com&gt;\n"
                      "* [BobX](https://github.com/BobX) - **Bob Leeds** "
                      "&lt;bob@example.com&gt;\n"
                      "* [cid](https://github.com/cid) - **Ann** "
                      "&lt;cid@example.com&gt;\n"
                      "\n"
                      "### Collaborator Emeriti\n"
                      "\n"
                      "* [old](https://github.com/old) - **Old Hand** "
                      "&lt;old@example.com&gt;\n"
                      "\n"
                      "### Triagers\n"
                      "\n"
                      "* [tri](https://github.com/tri) - **Tri Age** "
                      "&lt;tri@example.com&gt;\n");
}

TEST(NamedReviewer, IsFoundOnTheRoster) {
  const Roster roster = People();
  struct Case {
    std::string_view words;
    std::string_view contact;
  };
  for (const auto& [words, contact] : {
           Case{"ann", "Ann Lee <ann@example.com>"},
           Case{" @ANN ", "Ann Lee <ann@example.com>"},
           Case{"bobx", "Bob Leeds <bob@example.com>"},
           Case{"bob", "Bob Leeds <bob@example.com>"},
           Case{"ann lee", "Ann Lee <ann@example.com>"},
           Case{"leeds", "Bob Leeds <bob@example.com>"},
           Case{"Robert <BOB@example.com>", "Bob Leeds <bob@example.com>"},
           Case{"Zoe <zoe@example.com>", "Zoe <zoe@example.com>"},
       }) {
    SCOPED_TRACE(words);
    EXPECT_EQ(NamedReviewer(words, &roster), contact);
  }
}

TEST(NamedReviewer, IsAWholeMailboxWhereThereIsNoRoster) {
  EXPECT_EQ(NamedReviewer("Zoe <zoe@example.com>", nullptr),
            "Zoe <zoe@example.com>");
}

std::string WhyRefused(std::string_view words, const Roster* roster) {
  try {
    return NamedReviewer(words, roster);
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(NamedReviewer, IsNobodyWhoIsNotKnown) {
  const Roster roster = People();
  struct Case {
    std::string_view words;
    std::string_view reason;
  };
  for (const auto& [words, reason] : {
           Case{"", "'' is nobody, wanted a login"},
           Case{"@", "'' is nobody, wanted a login"},
           Case{"lee",
                "'lee' may be 'ann' (Ann Lee), 'BobX' (Bob Leeds), wanted a "
                "login"},
           Case{"walter",
                "'walter' is no collaborator's login, nor a part of a name"},
           Case{"bobxx",
                "'bobxx' is no collaborator, did you mean 'BobX' (Bob "
                "Leeds)?"},
           Case{"old", "'old' is no collaborator any more"},
           Case{"Old Hand",
                "'Old Hand' is no collaborator's login, nor a part of a "
                "name"},
           Case{"tri", "'tri' is on the roster, but no collaborator"},
           Case{"Old Hand <old@example.com>",
                "'Old Hand <old@example.com>' is no collaborator any more"},
           Case{"zoe@example.com",
                "'zoe@example.com' has no address in angle brackets"},
           Case{"Zoe <zoe>",
                "'Zoe <zoe>' has an address that is not 'local@domain'"},
           Case{"x\x1b[2J",
                "'x\\x1b[2J' is no collaborator's login, nor a part of a "
                "name"},
       }) {
    SCOPED_TRACE(words);
    EXPECT_EQ(WhyRefused(words, &roster),
              "naming reviewers: " + std::string(reason));
  }
  EXPECT_EQ(WhyRefused("ann", nullptr),
            "naming reviewers: 'ann' cannot be looked up without a roster, "
            "wanted 'Name <address>' or a roster");
}

}  // namespace
}  // namespace commitgate
