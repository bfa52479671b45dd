// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

struct Case {
  const char* title;
  Lines complaints;
};

void Expect(std::initializer_list<Case> cases) {
  for (const auto& [title, complaints] : cases) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Complaints(kTitleFormat, title), complaints);
  }
}

TEST(TitleFormat, OrdinaryTitlesAreAccepted) {
  Expect({
      {"", {}},
      {"doc: explain columns", {}},
      {"doc,test: explain columns", {}},
      {"doc, test: explain columns", {}},
      {"Revert \"doc: explain columns\"", {}},
      {"doc: explain columns (#12)", {}},
      {"2024-05-02, Version 22.1.0 (Current)", {}},
      {"Explain columns", {}},
      {"doc: x,", {}},
      {"doc: x:", {}},
      {"doc: x\u3002", {}},
  });
}

TEST(TitleFormat, PunctuationAtTheEndIsRefused) {
  Expect({
      {"doc: x.",
       {"1:7+1: error: title ends with '.', no punctuation is wanted there "
        "[.]"}},
      {"doc: 文字?!",
       {"1:10+2: error: title ends with '?!', no punctuation is wanted there "
        "[?!]"}},
      {"doc: x..",
       {"1:7+2: error: title ends with '..', no punctuation is wanted there "
        "[..]"}},
      {"doc: fetc.",
       {"1:10+1: error: title ends with '.', no punctuation is wanted there "
        "[.]"}},
      {".",
       {"1:1+1: error: title ends with '.', no punctuation is wanted there "
        "[.]"}},
      {"doc: x. \r",
       {"1:7+1: error: title ends with '.', no punctuation is wanted there "
        "[.]"}},
      {"doc: x. (#12)",
       {"1:7+1: error: title ends with '.', no punctuation is wanted there "
        "[.]"}},
      {"Revert \"Reapply \"doc: x!\"\"",
       {"1:24+1: error: title ends with '!', no punctuation is wanted there "
        "[!]"}},
      {"Revert \"doc: x\".",
       {"1:16+1: error: title ends with '.', no punctuation is wanted there "
        "[.]"}},
  });
}

TEST(TitleFormat, EllipsisIsAWarning) {
  Expect({
      {"doc: x...",
       {"1:7+3: warning: title ends with an ellipsis, say it in full [...]"}},
      {"doc: x!...",
       {"1:7+4: warning: title ends with an ellipsis, say it in full [!...]"}},
      {"doc: x\u2026",
       {"1:7+1: warning: title ends with an ellipsis, say it in full "
        "[\u2026]"}},
      {"doc: x, etc.",
       {"1:9+4: warning: title ends with 'etc.', say it in full [etc.]"}},
  });
}

TEST(TitleFormat, BlankBeforeTheColonIsRefused) {
  Expect({
      {"doc : x",
       {"1:4+2: error: blank before the colon, none is wanted [ :] -> :"}},
      {"doc,test : x",
       {"1:9+2: error: blank before the colon, none is wanted [ :] -> :"}},
      {"Revert \"doc : x\"",
       {"1:12+2: error: blank before the colon, none is wanted [ :] -> :"}},
      {"doc\t: x",
       {"1:4+6: error: blank before the colon, none is wanted [     :] -> :",
        "1:4+5: error: 5 consecutive spaces, one is wanted [     ] ->  "}},
      {" : x", {"1:1+1: error: blank before the title, none is wanted [ ]"}},
  });
}

TEST(TitleFormat, OneSpaceFollowsTheColon) {
  Expect({
      {"doc:x",
       {"1:4+1: error: no space after the colon, one is wanted [:] -> : "}},
      {"Revert \"doc:x\"",
       {"1:12+1: error: no space after the colon, one is wanted [:] -> : "}},
      {"文:x",
       {"1:3+1: error: no space after the colon, one is wanted [:] -> : "}},
      {"doc:  x",
       {"1:5+2: error: 2 consecutive spaces, one is wanted [  ] ->  "}},
      {"doc:\tx",
       {"1:5+4: error: 4 consecutive spaces, one is wanted [    ] ->  "}},
      {"doc:", {}},
      {":x", {}},
      {"fix node::Foo crash", {}},
      {"see https://example.com", {}},
  });
}

TEST(TitleFormat, ConsecutiveSpacesAreRefusedOnce) {
  Expect({
      {"doc: x  y",
       {"1:7+2: error: 2 consecutive spaces, one is wanted [  ] ->  "}},
      {"doc: 文   y  z    a",
       {"1:8+3: error: 3 consecutive spaces (and 2 more), one is wanted [   ] "
        "->  "}},
      {"doc,  test: x",
       {"1:5+2: error: 2 consecutive spaces, one is wanted [  ] ->  "}},
      {"Reapply \"doc: x  y\"",
       {"1:16+2: error: 2 consecutive spaces, one is wanted [  ] ->  "}},
      {"doc: x  (#12)",
       {"1:7+2: error: 2 consecutive spaces, one is wanted [  ] ->  "}},
      {"doc: x \u00a0y", {}},
  });
}

TEST(TitleFormat, CapitalizedFirstWordIsRefused) {
  Expect({
      {"doc: Explain columns",
       {"1:6+7: error: first word 'Explain' is capitalized, lower case is "
        "wanted [Explain] -> explain"}},
      {"doc: A",
       {"1:6+1: error: first word 'A' is capitalized, lower case is wanted [A] "
        "-> a"}},
      {"Revert \"doc: Explain\"",
       {"1:14+7: error: first word 'Explain' is capitalized, lower case is "
        "wanted [Explain] -> explain"}},
      {"文: Explain columns",
       {"1:5+7: error: first word 'Explain' is capitalized, lower case is "
        "wanted [Explain] -> explain"}},
      {"doc:Explain",
       {"1:4+1: error: no space after the colon, one is wanted [:] -> : ",
        "1:5+7: error: first word 'Explain' is capitalized, lower case is "
        "wanted [Explain] -> explain"}},
      {"doc: Explain. x",
       {"1:6+8: error: first word 'Explain.' is capitalized, lower case is "
        "wanted [Explain.] -> explain."}},
      {"doc: Wait... x",
       {"1:6+7: error: first word 'Wait...' is capitalized, lower case is "
        "wanted [Wait...] -> wait..."}},
      {"doc: Re-add x",
       {"1:6+6: error: first word 'Re-add' is capitalized, lower case is "
        "wanted [Re-add] -> re-add"}},
      {"deps: Upgrade V8",
       {"1:7+7: error: first word 'Upgrade' is capitalized, lower case is "
        "wanted [Upgrade] -> upgrade"}},
  });
}

TEST(TitleFormat, BlankBeforeTheTitleIsRefused) {
  Expect({
      {" doc: x", {"1:1+1: error: blank before the title, none is wanted [ ]"}},
      {"  doc: x",
       {"1:1+2: error: blank before the title, none is wanted [  ]"}},
      {"\tdoc: x  y",
       {"1:1+8: error: blank before the title, none is wanted [        ]",
        "1:15+2: error: 2 consecutive spaces, one is wanted [  ] ->  "}},
      {"Revert \" doc: x\"", {}},
  });
}

TEST(TitleFormat, NamesKeepTheirCapitals) {
  Expect({
      {"doc: Node.js 20 is out", {}},
      {"src: Buffer.from throws", {}},
      {"src: Foo() throws", {}},
      {"src: Foo::bar throws", {}},
      {"src: Intl/foo throws", {}},
      {"doc: N-API is stable", {}},
      {"deps: V8: cherry-pick abc", {}},
      {"doc: README typo", {}},
      {"src: ESLint rules", {}},
      {"src: HTTP/2 note", {}},
      {"src: Foo_bar", {}},
      {"src: X509 names", {}},
      {"src: iOS", {}},
      {"src: \"Foo\"", {}},
      {"src: \u00c9tude", {}},
      {"src: 1st", {}},
  });
}

TEST(TitleFormat, ReportsEachFault) {
  EXPECT_EQ(
      Complaints(kTitleFormat, "doc :  Explain columns."),
      (Lines{"1:4+2: error: blank before the colon, none is wanted [ :] -> :",
             "1:6+2: error: 2 consecutive spaces, one is wanted [  ] ->  ",
             "1:8+7: error: first word 'Explain' is capitalized, lower case is "
             "wanted [Explain] -> explain",
             "1:23+1: error: title ends with '.', no punctuation is wanted "
             "there [.]"}));
}

}  // namespace
}  // namespace commitgate::testing
