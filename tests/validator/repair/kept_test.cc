// SPDX-License-Identifier: MIT
#include "validator/repair/kept.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using Keeps = bool(const Message&, const Message&);

struct KeptCase {
  const char* what;
  Keeps* keeps;
  std::string_view before;
  std::string_view after;
  bool kept;
};

constexpr KeptCase kCases[] = {
    {"words on other lines", KeepsWords, "a b\n\nc", "a\nb c", true},
    {"a word lost", KeepsWords, "a b c", "a c", false},
    {"a word torn", KeepsWords, "ab", "a b", false},
    {"words swapped", KeepsWords, "a b", "b a", false},
    {"words swapped in a set", KeepsSetOfWords, "a b", "b a", true},
    {"a word twice in a set", KeepsSetOfWords, "a b", "a b b", false},
    {"metadata the same", KeepsWordsAndMetadata, "a\n\nb c", "a\n\nb\nc", true},
    {"metadata gained", KeepsWordsAndMetadata, "a\n\nb Refs: http://x.y\n\nc",
     "a\n\nb\nRefs: http://x.y\n\nc", false},
    {"a trailer lost", KeepsWordsAndMetadata, "a\n\nK: v\nL: w",
     "a\n\nK: v L: w", false},
    {"blanks of the title", KeepsCharacters, "a:b\n\nc", "a: b\n\nc", true},
    {"blanks of the body", KeepsCharacters, "a\n\nb c", "a\n\nbc", false},
    {"a character of the title", KeepsCharacters, "a: b", "a: c", false},
    {"the title's case", KeepsLetters, "a: B\n\nc", "a: b\n\nc", true},
    {"the body's case", KeepsLetters, "a\n\nB", "a\n\nb", false},
    {"a blank more", KeepsLetters, "a: b", "a:  b", false},
    {"a full stop less", KeepsAllButFullStop, "a b. (#1)", "a b (#1)", true},
    {"two less", KeepsAllButFullStop, "a b..", "a b", false},
    {"another mark less", KeepsAllButFullStop, "a b!", "a b", false},
    {"a full stop more", KeepsAllButFullStop, "a b", "a b.", false},
    {"other subsystems", KeepsAllButSubsystems, "a,b: c", "x,y: c", true},
    {"a subsystem less", KeepsAllButSubsystems, "a,b: c", "x: c", false},
    {"another text", KeepsAllButSubsystems, "a: c", "a: d", false},
    {"another key", KeepsAllButKeys, "a\n\nK: v", "a\n\nL: v", true},
    {"another value", KeepsAllButKeys, "a\n\nK: v", "a\n\nK: w", false},
    {"no key any more", KeepsAllButKeys, "a\n\nK: v", "a\n\nv", false},
    {"another title", KeepsAllButKeys, "a: v", "b: v", false},
    {"a better value", KeepsAllButValues, "a\n\nK: v", "a\n\nK: w", true},
    {"a worse key", KeepsAllButValues, "a\n\nK: v", "a\n\nL: v", false},
    {"a line less", KeepsAllButValues, "a\n\nK: v\nb", "a\n\nK: v", false},
};

TEST(Kept, TellsWhatTwoMessagesHaveInCommon) {
  for (const KeptCase& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(row.keeps(MakeMessage(row.before), MakeMessage(row.after)),
              row.kept);
  }
}

TEST(Kept, TakesAnyMessageForItself) {
  for (const KeptCase& row : kCases) {
    SCOPED_TRACE(row.what);
    const Message message = MakeMessage(row.before);
    if (row.keeps == KeepsAllButFullStop || row.keeps == KeepsAllButSubsystems)
      continue;
    EXPECT_TRUE(row.keeps(message, message));
  }
}

}  // namespace
}  // namespace commitgate::testing
