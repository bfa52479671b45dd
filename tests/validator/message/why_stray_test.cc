// SPDX-License-Identifier: MIT
#include "validator/message/why_stray.h"

#include <gtest/gtest.h>

#include "validator/message/cleanup.h"

namespace commitgate {
namespace {

std::string Why(std::string_view text) {
  const Message message = MakeMessage(text);
  const Trailer* stray = FirstStray(message, "pr-url");
  return stray ? WhyStray(message, *stray) : "not stray";
}

TEST(WhyStray, NamesTheLineAtFault) {
  const struct {
    std::string_view text;
    std::string_view why;
  } kCases[] = {
      {"doc: x\n\nPR-URL: u", "not stray"},
      {"doc: x\n\nPR-URL: u\n\nRefs: https://a",
       "line 4 is blank and splits it"},
      {"doc: x\n\nPR-URL: u\n\nThanks", "line 4 is blank and text follows it"},
      {"doc: x\n\nPR-URL: u\nThanks", "line 4 is prose"},
      {"doc: x\n\nThanks\nPR-URL: u", "line 3 is prose"},
      {"doc: x\n\nPR-URL: u\nReviewed_By: a", "line 4 has a '_' in its key"},
      {"doc: x\n\nPR-URL: u\nReviewed By: a", "line 4 has a ' ' in its key"},
      {"doc: x\nPR-URL: u", "no blank line parts it from the title"},
      {"doc: x\n\n# ------------------------ >8 ------------------------\n"
       "PR-URL: u",
       "git ignores line 3 and what follows it"},
  };
  for (const auto& [text, why] : kCases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Why(text), why);
  }
}

TEST(WhyStray, CountsLinesAsInTheFile) {
  const Message message =
      MakeMessage(CleanUp("# note\ndoc: x\n\nPR-URL: u\n\nThanks\n", {}));
  ASSERT_EQ(message.stray.size(), 1u);
  EXPECT_EQ(WhyStray(message, message.stray.front()),
            "line 5 is blank and text follows it");
}

TEST(FirstStray, IsTheFirstOfItsKey) {
  const Message message =
      MakeMessage("doc: x\n\nRefs: https://a\npr-url: 1\nPR-URL: 2\n\nend");
  const Trailer* stray = FirstStray(message, "PR-URL");
  ASSERT_TRUE(stray);
  EXPECT_EQ(stray->value, "1");
  EXPECT_FALSE(FirstStray(message, "Fixes"));
}

}  // namespace
}  // namespace commitgate
