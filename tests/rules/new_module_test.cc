// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"
#include "validator/people/roster.h"

namespace commitgate::testing {
namespace {

constexpr const char* kExperimental =
    "# Tea\n\n> Stability: 1 - Experimental\n\nconst tea = require('tea');\n";
constexpr const char* kNoDocument =
    "1:1+0: warning: new module 'tea' has no document, 'doc/api/tea.md' is "
    "wanted";

class NewModule : public ::testing::Test {
 protected:
  FakeChanges& changes() { return repository_.changes(); }

  Lines Judge(std::string_view message = "tea: add it",
              std::map<std::string, std::string> options = {}) {
    return Complaints(
        kNewModule, message,
        {.options = std::move(options),
         .views = {.roster = roster_, .repository = &repository_}});
  }

  /// What is said of a commit that adds `lib/tea.js` and this document.
  Lines JudgeDocument(const std::string& text) {
    repository_ = FakeRepositoryView();
    changes().Add("lib/tea.js", {}, "");
    changes().Add("doc/api/tea.md", {}, text);
    return Judge();
  }

  FakeRepositoryView repository_;
  const Roster* roster_ = nullptr;
};

TEST_F(NewModule, HasADocument) {
  for (const char* const file :
       {"lib/tea.js", "lib/tea.mjs", "lib/tea/index.js", "lib/tea/a/b.mjs"}) {
    SCOPED_TRACE(file);
    repository_ = FakeRepositoryView();
    changes().Add(file, {}, "");
    EXPECT_EQ(Judge(), Lines{kNoDocument});
    changes().Add("doc/api/tea.md", {}, kExperimental);
    EXPECT_EQ(Judge(), Lines{});
  }
}

TEST_F(NewModule, MayHaveBeenDocumentedBefore) {
  changes().Add("lib/tea.js", {}, "");
  changes().Keep("doc/api/tea.md", kExperimental);
  EXPECT_EQ(Judge(), Lines{});
}

TEST_F(NewModule, IsFoundOnce) {
  changes().Add("lib/tea.js", {}, "");
  changes().Add("lib/tea/a.js", {}, "");
  changes().Add("lib/tea/b.js", {}, "");
  EXPECT_EQ(Judge(), Lines{kNoDocument});
}

TEST_F(NewModule, IsInADocumentOfAnotherName) {
  changes().Add("lib/tea.js", {}, "");
  changes().Add("doc/api/cup.md", "", kExperimental);
  EXPECT_EQ(Judge(), Lines{});
}

TEST_F(NewModule, IsNotInADocumentThatDoesNotShowIt) {
  changes().Add("lib/tea.js", {}, "");
  changes().Add("doc/api/cup.md", "", "> Stability: 1\n'teapot' 'green tea");
  changes().Add("doc/api/.md", "", kExperimental);
  changes().Add("doc/api/cup.txt", "", kExperimental);
  changes().Add("doc/tea.md", "", kExperimental);
  changes().Add("doc/api/pot.md", kExperimental, {});
  changes().Keep("doc/api/can.md", kExperimental);
  EXPECT_EQ(Judge(), Lines{kNoDocument});
}

TEST_F(NewModule, IsExperimental) {
  for (const std::string_view text : {
           "> Stability: 1 - Experimental",
           "<!-- YAML -->\nStability: 1.1 - Active development",
           "> Stability: 1.2 - Release candidate",
           "> Stability: 1",
           "> Stability: 1 - Experimental\n## x\n> Stability: 2 - Stable",
       }) {
    SCOPED_TRACE(text);
    EXPECT_EQ(JudgeDocument(std::string(text)), Lines{});
  }
}

TEST_F(NewModule, IsNotExperimental) {
  for (const std::string_view text : {
           "",
           "# Tea",
           "> Stability: 2 - Stable",
           "> Stability: 10",
           "> Stability: 0 - Deprecated",
           "> Stability: Experimental",
           "> stability: 1 - Experimental",
           "> Stability: ",
           "> Stability: 2 - Stable\n## x\n> Stability: 1 - Experimental",
       }) {
    SCOPED_TRACE(text);
    EXPECT_EQ(JudgeDocument(std::string(text)),
              Lines{"1:1+0: error: new module 'tea' is not Experimental, "
                    "'Stability: 1' is wanted in 'doc/api/tea.md'"});
  }
}

TEST_F(NewModule, IsNotWhatIsInternal) {
  for (const char* const file :
       {"lib/_tea.js", "lib/_tea/x.js", "lib/internal/tea.js",
        "lib/internal/tea/x.js", "lib/internal.js", "lib/tea.json",
        "lib/tea/README.md", "lib/.js", "lib//tea.js", "tea.js", "library/x.js",
        "src/lib/tea.js", "test/tea.js"}) {
    SCOPED_TRACE(file);
    repository_ = FakeRepositoryView();
    changes().Add(file, {}, "");
    EXPECT_EQ(Judge(), Lines{});
  }
}

TEST_F(NewModule, IsNotWhatWasThere) {
  struct Row {
    const char* what;
    const char* file;
    Content after;
  };
  for (const Row& row : std::vector<Row>{
           {"its file is changed", "lib/tea.js", ""},
           {"its file becomes a folder", "lib/tea.js", {}},
           {"a folder becomes its file", "lib/tea/x.js", {}},
           {"another file of it is changed", "lib/tea/x.js", ""},
           {"it was written in the other way", "lib/tea.mjs", {}},
       }) {
    SCOPED_TRACE(row.what);
    repository_ = FakeRepositoryView();
    changes().Add(row.file, "", row.after);
    changes().Add("lib/tea/index.js", {}, "");
    EXPECT_EQ(Judge(), Lines{});
  }
}

TEST_F(NewModule, IsNotAPartOfOneThatStays) {
  changes().Add("lib/tea/promises.js", {}, "");
  changes().Keep("lib/tea.js", "");
  EXPECT_EQ(Judge(), Lines{});
}

TEST_F(NewModule, IsNotWhatChangesOrGoes) {
  changes().Add("lib/cup.js", "", "");
  changes().Add("lib/tea.js", "", {});
  EXPECT_EQ(Judge(), Lines{});
  EXPECT_EQ(changes().reads(), 0);
}

TEST_F(NewModule, IsWhereThePolicySays) {
  changes().Add("app/tea.js", {}, "");
  changes().Add("app/private/cup.js", {}, "");
  changes().Add("lib/can.js", {}, "");
  EXPECT_EQ(Judge("x", {{"folder", "app/"},
                        {"internal", "private"},
                        {"document", "docs/*/index.md"}}),
            Lines{"1:1+0: warning: new module 'tea' has no document, "
                  "'docs/tea/index.md' is wanted"});
  EXPECT_EQ(
      Judge("x",
            {{"folder", "app/"}, {"internal", "private"}, {"document", ""}}),
      Lines{});
  changes().Add("all.md", {}, kExperimental);
  EXPECT_EQ(Judge("x", {{"folder", "app/"},
                        {"internal", "private"},
                        {"document", "all.md"}}),
            Lines{});
}

TEST_F(NewModule, ComesNotWithManyOthers) {
  for (int i = 0; i < 30; ++i)
    changes().Add("lib/m" + std::to_string(i) + ".js", {}, "");
  const Lines complaints = Judge();
  ASSERT_EQ(complaints.size(), 21u);
  EXPECT_EQ(complaints.back(),
            "1:1+0: error: more than 20 new modules, fewer in one commit are "
            "wanted");
}

TEST_F(NewModule, HaveDocumentsThatAreReadOnce) {
  for (int i = 0; i < 10; ++i)
    changes().Add("lib/m" + std::to_string(i) + ".js", {}, "");
  changes().Add("doc/api/all.md", {},
                "> Stability: 1\n'm0' 'node:m1' it's 'm2' 'm3'm4'm5");
  changes().Add("doc/api/m6.md", {}, "> Stability: 1\n'm7'");
  changes().Add("doc/api/old.md", "'m8'", "> Stability: 1\n\"m8\"");
  EXPECT_EQ(Judge(), (Lines{"1:1+0: warning: new module 'm5' has no document, "
                            "'doc/api/m5.md' is wanted",
                            "1:1+0: warning: new module 'm8' has no document, "
                            "'doc/api/m8.md' is wanted",
                            "1:1+0: warning: new module 'm9' has no document, "
                            "'doc/api/m9.md' is wanted"}));
  // Whether it was there before; its own document; and two of other names.
  EXPECT_EQ(changes().reads(), 10 + 10 + 2);
}

TEST_F(NewModule, IsNotLookedForInMoreDocumentsThanACommitNeeds) {
  changes().Add("lib/tea.js", {}, "");
  for (int i = 0; i < 500; ++i)
    changes().Add("doc/api/" + std::to_string(i) + ".md", {}, "'cup'");
  EXPECT_EQ(Judge(), Lines{kNoDocument});
  EXPECT_EQ(changes().reads(), 1 + 1 + 60);
}

class NewModuleAndTheTsc : public NewModule {
 protected:
  NewModuleAndTheTsc() {
    roster_ = &people_;
    changes().Add("lib/tea.js", {}, "");
    changes().Add("doc/api/tea.md", {}, kExperimental);
  }

  const Roster people_ =
      Roster::Read("README.md",
                   "## TSC (Technical Steering Committee)\n"
                   "* [ann](https://github.com/ann) -\n"
                   "**Ann Other** &lt;ann@example.com&gt;\n"
                   "* [bob](https://github.com/bob) -\n"
                   "**Bob Case** &lt;bob@example.com&gt;\n"
                   "### TSC Emeriti\n"
                   "* [eve](https://github.com/eve) -\n"
                   "**Eve Past** &lt;eve@example.com&gt;\n"
                   "### Collaborators\n"
                   "* [ann](https://github.com/ann) -\n"
                   "**Ann Other** &lt;ann@example.com&gt;\n"
                   "* [carl](https://github.com/carl) -\n"
                   "**Carl Hand** &lt;carl@example.com&gt;\n");
};

TEST_F(NewModuleAndTheTsc, AreTwo) {
  EXPECT_EQ(Judge("x: y\n\nReviewed-By: Carl Hand <carl@example.com>\n"
                  "Reviewed-By: Ann Other <ANN@example.com>\n"
                  "Reviewed-By: Bob Case <bob@example.com>"),
            Lines{});
}

TEST_F(NewModuleAndTheTsc, AreFewer) {
  const auto few = [](int count) {
    return Lines{"1:1+0: error: new module 'tea' has " + std::to_string(count) +
                 " Reviewed-By of the TSC, at least 2 wanted"};
  };
  EXPECT_EQ(Judge("x: y"), few(0));
  EXPECT_EQ(Judge("x: y\n\nReviewed-By: Carl Hand <carl@example.com>\n"
                  "Reviewed-By: Ann Other <ann@example.com>"),
            few(1));
  EXPECT_EQ(Judge("x: y\n\nReviewed-By: Ann Other <ann@example.com>\n"
                  "Reviewed-By: A. Other <ann@example.com>"),
            few(1));
  EXPECT_EQ(Judge("x: y\n\nReviewed-By: Ann Other <ann@example.com>\n"
                  "Reviewed-By: Eve Past <eve@example.com>"),
            few(1));
  EXPECT_EQ(Judge("x: y\n\nReviewed-By: Ann Other <ann@example.com>\n"
                  "Reviewed-By: Bob Case <bob@elsewhere.com>"),
            few(1));
  EXPECT_EQ(Judge("x: y\n\nReviewed-By: Ann Other <ann@example.com>\n"
                  "Acked-by: Bob Case <bob@example.com>\n"
                  "Reviewed-By: bob@example.com"),
            few(1));
}

TEST_F(NewModuleAndTheTsc, AreAsManyAsThePolicySays) {
  constexpr std::string_view kOne =
      "x: y\n\nReviewed-By: Ann Other <ann@example.com>";
  EXPECT_EQ(Judge(kOne, {{"tsc", "1"}}), Lines{});
  EXPECT_EQ(Judge("x: y", {{"tsc", "0"}}), Lines{});
  EXPECT_EQ(Judge(kOne, {{"tsc", "3"}}).size(), 1u);
}

TEST_F(NewModuleAndTheTsc, AreNotAskedForWithoutANewModule) {
  repository_ = FakeRepositoryView();
  changes().Add("lib/tea.js", "", "");
  EXPECT_EQ(Judge("x: y"), Lines{});
}

TEST_F(NewModuleAndTheTsc, AreNotAskedForWhereNobodyIsOnIt) {
  const Roster nobody =
      Roster::Read("README.md",
                   "### Collaborators\n"
                   "* [carl](https://github.com/carl) -\n"
                   "**Carl Hand** &lt;carl@example.com&gt;\n");
  roster_ = &nobody;
  EXPECT_EQ(Judge("x: y"), Lines{});
}

TEST_F(NewModuleAndTheTsc, NeedNoRosterToBeJudgedAtAll) {
  EXPECT_TRUE(kNewModule.landing_only);
  EXPECT_EQ(kNewModule.needs, Need::kChanges | Need::kMailmap);
}

}  // namespace
}  // namespace commitgate::testing
