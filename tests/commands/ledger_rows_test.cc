// SPDX-License-Identifier: MIT
#include "commands/ledger_rows.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/hooks/ledger/given_rows.h"

namespace commitgate {
namespace {

using testing::Being;
using testing::Commit;
using testing::GivenRow;
using testing::WithoutPush;
using Format = LedgerRowWriter::Format;
using Json = nlohmann::ordered_json;

FoldedRow Folded(Row row, RowState state = RowState::kLanded) {
  row.seq = 7;
  return {.row = std::move(row),
          .state = state,
          .previous_hash = Commit("previous")->Hex(),
          .hash = Commit("own")->Hex()};
}

std::string Show(Format format, const std::vector<FoldedRow>& rows) {
  LedgerRowWriter writer(format);
  std::string text = writer.Begin();
  for (const FoldedRow& row : rows)
    text += writer.Row(row);
  return text + writer.End();
}

Json JsonOf(const FoldedRow& row) {
  return Json::parse(Show(Format::kJsonLines, {row}));
}

TEST(LedgerRows, AreObjectsWithTheseKeys) {
  Row row = GivenRow("a", "b");
  row.clock -= 5;
  row.reason = "because";
  EXPECT_EQ(
      Show(Format::kJsonLines, {Folded(row)}),
      R"({"seq":7,"push":"boot-1:100:1","ref":"refs/heads/main",)"
      R"("kind":"forward","old":"2e65efe2a145dda7ee51d1741299f848e5bf752e",)"
      R"("new":"63d8dbd40c23542e740659a7168a0ce3138ea748",)"
      R"("pusher":"alice","provider":"unix",)"
      R"("received":"2023-11-14T22:13:20.000000Z",)"
      R"("clock":"2023-11-14T22:13:19.999995Z","policy":"nodejs",)"
      R"("decision":"accept","reason":"because","state":"landed",)"
      R"("prev":"13eb556cdbc678da33f8f35c34824bc7c626ad48",)"
      R"("hash":")" +
          Commit("own")->Hex() + "\"}\n");
}

TEST(LedgerRows, SayNullWhereThereIsNothing) {
  const Json json = JsonOf(Folded(WithoutPush(RowKind::kOutside, "a", "")));
  EXPECT_EQ(json["new"], nullptr);
  EXPECT_EQ(json["pusher"], nullptr);
  EXPECT_EQ(json["provider"], nullptr);
  EXPECT_EQ(JsonOf(Folded(GivenRow("", "a")))["old"], nullptr);
}

TEST(LedgerRows, SayWhatWasDecided) {
  const Row row = GivenRow("a", "b");
  const struct {
    RowKind kind;
    RowHow how;
    const char* told;
  } kCases[] = {
      {RowKind::kCreate, RowHow::kForward, "create accept"},
      {RowKind::kForward, RowHow::kForward, "forward accept"},
      {RowKind::kNone, RowHow::kForward, "forward accept"},
      {RowKind::kRewrite, RowHow::kWindow, "rewrite accept"},
      {RowKind::kDelete, RowHow::kAllow, "delete accept"},
      {RowKind::kRewrite, RowHow::kGrant, "rewrite override"},
      {RowKind::kRewrite, RowHow::kRefused, "rewrite refuse"},
      {RowKind::kOutside, RowHow::kOutside, "outside none"},
      {RowKind::kBaseline, RowHow::kBaseline, "baseline none"},
      {RowKind::kGrant, RowHow::kGrant, "grant override"},
      {RowKind::kClock, RowHow::kClock, "clock none"},
  };
  for (const auto& expected : kCases) {
    const Json json = JsonOf(Folded(Being(row, expected.kind, expected.how)));
    EXPECT_EQ(json["kind"].get<std::string>() + " " +
                  json["decision"].get<std::string>(),
              expected.told);
  }
}

TEST(LedgerRows, AreValidJsonWhateverPeopleWrote) {
  Row row = GivenRow("a", "b");
  row.reason = "\xff\"\\\x1b\n";
  row.ref = "refs/heads/\xe2\x82";
  const Json json = JsonOf(Folded(row));
  EXPECT_EQ(json["reason"], "\xef\xbf\xbd\"\\\x1b\n");
  EXPECT_EQ(json["ref"], "refs/heads/\xef\xbf\xbd");
}

TEST(LedgerRows, AreOneDocumentInJson) {
  const FoldedRow row = Folded(GivenRow("a", "b"));
  EXPECT_EQ(Show(Format::kJson, {}), "[]\n");
  EXPECT_EQ(Json::parse(Show(Format::kJson, {row})).size(), 1U);
  EXPECT_EQ(Json::parse(Show(Format::kJson, {row, row, row})).size(), 3U);
}

TEST(LedgerRows, AreALineEachForPeople) {
  Row refused = GivenRow("a", "");
  refused.kind = RowKind::kRewrite;
  refused.how = RowHow::kRefused;
  refused.reason = "\x1b[31mred\n" + std::string(300, 'x');
  refused.pusher->id = "b\xe2\x80\xae";
  refused.ref = "refs/heads/\x1b";
  Row granted = GivenRow("", "b");
  granted.grant = 3;
  const Row clock = WithoutPush(RowKind::kClock, "", "");
  const std::string shown =
      Show(Format::kText, {Folded(granted, RowState::kIntended),
                           Folded(refused, RowState::kRefused), Folded(clock)});
  EXPECT_EQ(shown,
            "     7  2023-11-14 22:13:20  intended   create    alice         "
            "refs/heads/main  nothing..63d8dbd40c  by grant 3\n"
            "     7  2023-11-14 22:13:20  refused    rewrite   b<U+202E>     "
            "refs/heads/\\x1b  2e65efe2a1..nothing  (\\x1b[31mred\\n" +
                std::string(191, 'x') +
                "...)\n"
                "     7  2023-11-14 22:13:20  landed     clock     -           "
                "  refs/heads/main\n");
}

TEST(LedgerRows, AreFollowedByWhatWasOnlyCountedForPeople) {
  const Micros day = 1'699'920'000 * kSecond;
  const OnlyCounted one{day, std::nullopt, 1};
  const OnlyCounted more{day, Pusher{.provider = "env:WHO", .id = "e\x1b"}, 20};
  const LedgerRowWriter text(Format::kText);
  EXPECT_EQ(text.Counted(one), "nobody: 1 more push refused on 2023-11-14\n");
  EXPECT_EQ(text.Counted(more),
            "e\\x1b: 20 more pushes refused on 2023-11-14\n");
  for (const Format format : {Format::kJson, Format::kJsonLines})
    EXPECT_EQ(LedgerRowWriter(format).Counted(more), "");
}

}  // namespace
}  // namespace commitgate
