// SPDX-License-Identifier: MIT
#include "hooks/ledger/row_words.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(RowWords, AreReadBack) {
  for (int i = 0; i <= static_cast<int>(RowKind::kClock); ++i) {
    const auto kind = static_cast<RowKind>(i);
    EXPECT_EQ(ReadKind(Word(kind)), kind);
  }
  for (int i = 0; i <= static_cast<int>(RowHow::kRefused); ++i) {
    const auto how = static_cast<RowHow>(i);
    EXPECT_EQ(ReadHow(Word(how)), how);
  }
  for (int i = 0; i <= static_cast<int>(RowState::kUsed); ++i) {
    const auto state = static_cast<RowState>(i);
    EXPECT_EQ(ReadState(Word(state)), state);
  }
}

TEST(RowWords, AreThoseOfTheManual) {
  EXPECT_EQ(Word(RowKind::kCreate), "create");
  EXPECT_EQ(Word(RowKind::kNone), "none");
  EXPECT_EQ(Word(RowKind::kClock), "clock");
  EXPECT_EQ(Word(RowHow::kForward), "forward");
  EXPECT_EQ(Word(RowHow::kRefused), "refused");
  EXPECT_EQ(Word(RowState::kIntended), "intended");
  EXPECT_EQ(Word(RowState::kUsed), "used");
}

TEST(RowWords, KnowNoOthers) {
  for (const std::string_view word : {"", "Create", "create ", "landed"})
    EXPECT_EQ(ReadKind(word), std::nullopt) << word;
  for (const std::string_view word : {"", "rewrite", "grants"})
    EXPECT_EQ(ReadHow(word), std::nullopt) << word;
  for (const std::string_view word : {"", "confirmed", "forward"})
    EXPECT_EQ(ReadState(word), std::nullopt) << word;
}

}  // namespace
}  // namespace commitgate
