// SPDX-License-Identifier: MIT
#include "validator/message/message.h"

#include <gtest/gtest.h>

#include <string>

#include "validator/message/cleanup.h"

namespace commitgate {
namespace {

using Strings = std::vector<std::string>;

/// Lines as "number:text".
Strings Shown(const Message& message) {
  Strings shown;
  for (const Line& line : message.lines)
    shown.push_back(std::to_string(line.number) + ":" + std::string(line.text));
  return shown;
}

TEST(Message, LosesBlanksAtItsEnds) {
  EXPECT_EQ(Shown(MakeMessage("doc: fix\n\nbody\n")),
            (Strings{"1:doc: fix", "2:", "3:body"}));
  EXPECT_EQ(Shown(MakeMessage("\n \t\r\n doc: fix \r\n\r\n\n")),
            Strings{"1: doc: fix"});
  EXPECT_EQ(Shown(MakeMessage("\f\n")), Strings{"1:\f"});
}

TEST(Message, KeepsTheNumbersOfAFile) {
  const std::string file = "\n# comment\n\ndoc: fix\n# comment\nmore\n";
  EXPECT_EQ(Shown(MakeMessage(CleanUp(file, {}))),
            (Strings{"4:doc: fix", "6:more"}));
}

TEST(Message, NeedsNoMemoryForBlanksAtItsEnds) {
  const std::string blanks(1'000'000, '\n');
  for (const std::string& text : {blanks, blanks + " \t\r" + blanks}) {
    const Message message = MakeMessage(text);
    EXPECT_TRUE(message.IsEmpty());
    EXPECT_LT(message.lines.capacity(), 100u);
  }
  const std::string text = blanks + "doc: fix  \r\n" + blanks;
  const Message message = MakeMessage(text);
  EXPECT_EQ(Shown(message), Strings{"1:doc: fix"});
  EXPECT_EQ(message.lines.front().raw, "doc: fix  \r");
  EXPECT_LT(message.lines.capacity(), 100u);
}

TEST(Message, MayBeEmpty) {
  for (const std::string_view text : {"", "\n", " \t\r\n\n  "}) {
    const Message message = MakeMessage(text);
    EXPECT_TRUE(message.IsEmpty());
    EXPECT_EQ(message.title.line.text, "");
    EXPECT_EQ(message.title.line.number, 1);
    EXPECT_TRUE(message.block.trailers.empty());
    EXPECT_TRUE(message.stray.empty());
  }
}

TEST(Message, ReadsItsTitle) {
  const Message message = MakeMessage("\n\nlib:\tfix (#1)\n");
  EXPECT_EQ(message.title.core, "lib:    fix");
  EXPECT_EQ(message.title.line.number, 1);
}

TEST(Message, CollectsMetadataInItsOrder) {
  const std::string text =
      "doc: fix\n\nReviewed-By: 1\n\nK: v\nreviewed-by: 2\nREVIEWED-BY : 3\n";
  const Message message = MakeMessage(text);
  Strings values;
  for (const Trailer* trailer : message.Metadata("Reviewed-by"))
    values.emplace_back(trailer->value);
  EXPECT_EQ(values, (Strings{"1", "2", "3"}));
  EXPECT_TRUE(message.Metadata("PR-URL").empty());
}

TEST(Message, CollectsMetadataOnBothSidesOfTheBlock) {
  const std::string text =
      "doc: fix\n\nAcked-by: 1\n\nAcked-by: 2\nAcked-by: 3\n"
      "# ------------------------ >8 ------------------------\nAcked-by: 4\n";
  const Message message = MakeMessage(text);
  ASSERT_EQ(message.block.trailers.size(), 2u);
  Strings values;
  for (const Trailer* trailer : message.Metadata("Acked-by"))
    values.emplace_back(trailer->value);
  EXPECT_EQ(values, (Strings{"1", "2", "3", "4"}));
}

TEST(Message, PointsAtPartsOfTrailers) {
  const std::string text = "doc: fix\n\nRefs: 日本 x\nK: a\n  b\nL:\n";
  const Message message = MakeMessage(text);
  const auto& trailers = message.block.trailers;
  ASSERT_EQ(trailers.size(), 3u);
  EXPECT_EQ(message.SpanOf(trailers[0], trailers[0].key), (Span{3, 1, 4}));
  EXPECT_EQ(message.SpanOf(trailers[0], trailers[0].value), (Span{3, 7, 6}));
  EXPECT_EQ(message.SpanOf(trailers[0], trailers[0].value.substr(7)),
            (Span{3, 12, 1}));
  EXPECT_EQ(message.SpanOf(trailers[1], trailers[1].value), (Span{4, 1, 4}))
      << "folded";
  EXPECT_EQ(message.SpanOf(trailers[2], trailers[2].value), (Span{6, 3, 0}))
      << "empty";
}

}  // namespace
}  // namespace commitgate
