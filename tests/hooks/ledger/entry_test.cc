// SPDX-License-Identifier: MIT
#include "hooks/ledger/entry.h"

#include <gtest/gtest.h>

#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/process.h"

namespace commitgate {
namespace {

using testing::Commit;
using testing::GivenRow;
using testing::WithoutPush;

Entry EntryOf(Row row) {
  row.seq = 7;
  return {.seq = 7,
          .previous_hash = Commit("previous")->Hex(),
          .content = std::move(row)};
}

Entry EntryOf(const Settlement& settlement) {
  return {
      .seq = 8, .previous_hash = std::string(kNoHash), .content = settlement};
}

// What is written once is hashed for ever: this text never changes.
TEST(Entry, OfARowIsOneLineOfJson) {
  Row row = GivenRow("a", "b");
  row.reason = "because\n";
  EXPECT_EQ(PrintEntry(EntryOf(row)),
            R"({"seq":7,"entry":"row","push":"boot-1:100:1",)"
            R"("ref":"refs/heads/main","kind":"forward","how":"forward",)"
            R"("old":"2e65efe2a145dda7ee51d1741299f848e5bf752e",)"
            R"("new":"63d8dbd40c23542e740659a7168a0ce3138ea748",)"
            R"("pusher":"alice","provider":"unix",)"
            R"("received":1700000000000000,"clock":1700000000000000,)"
            R"("uptime":5000000000,"boot":"boot-1","within":600000000,)"
            R"("policy":"nodejs",)"
            R"("policy-id":"d2255b786cf7732d690b2cda9ff2456d4cd68b39",)"
            R"("reason":"because\n","grant":0,"until":0,"state":"intended",)"
            R"("prev":"13eb556cdbc678da33f8f35c34824bc7c626ad48"})");
}

TEST(Entry, OfASettlementNamesItsRow) {
  EXPECT_EQ(
      PrintEntry(EntryOf({.about = 5, .what = Settlement::What::kLanded})),
      R"({"seq":8,"entry":"settlement","about":5,"state":"landed",)"
      R"("prev":"0000000000000000000000000000000000000000"})");
}

TEST(Entry, IsReadBack) {
  Row nobody = GivenRow("", "b");
  nobody.pusher.reset();
  nobody.within = kForever;
  Row grant = GivenRow("a", "");
  grant.grant = INT64_MAX;
  grant.until = INT64_MIN;
  grant.received = -1;
  const Row rows[] = {GivenRow("a", "b"),
                      GivenRow("a", ""),
                      GivenRow("a", "a"),
                      WithoutPush(RowKind::kOutside, "a", "b"),
                      nobody,
                      grant};
  for (const Row& row : rows) {
    const Entry entry = EntryOf(row);
    EXPECT_EQ(ParseEntry(PrintEntry(entry)), entry) << PrintEntry(entry);
  }
  for (const auto what :
       {Settlement::What::kLanded, Settlement::What::kAbandoned,
        Settlement::What::kConfirmed, Settlement::What::kUsed}) {
    const Entry entry = EntryOf(Settlement{.about = 3, .what = what});
    EXPECT_EQ(ParseEntry(PrintEntry(entry)), entry) << PrintEntry(entry);
  }
}

TEST(Entry, LosesNoByteOfWhatPeopleWrote) {
  const std::string texts[] = {
      "",
      "\"quoted\" \\ and\ttabs",
      std::string("a NUL \0 inside", 14),
      "\x1b[31mred\x7f",
      "gr\xc3\xbc\xc3\x9f",
      "\xff\xfe",
      "cut off \xe2\x82",
      "a surrogate \xed\xa0\x80",
      "\xc0\xaf overlong",
      R"({"hex":"61"})",
      std::string(100'000, 'x'),
  };
  for (const std::string& text : texts) {
    SCOPED_TRACE(text.substr(0, 20));
    Row row = GivenRow("a", "b");
    row.ref = row.reason = row.push = row.boot = row.policy = text;
    row.pusher = Pusher{.provider = text, .id = text};
    const Entry entry = EntryOf(row);
    EXPECT_EQ(ParseEntry(PrintEntry(entry)), entry);
    EXPECT_EQ(PrintEntry(entry).find('\n'), std::string::npos);
  }
}

TEST(Entry, TellsBytesFromTheTextThatNamesThem) {
  Row bytes = GivenRow("a", "b");
  bytes.ref = "\xff";
  Row text = GivenRow("a", "b");
  text.ref = R"({"hex":"ff"})";
  EXPECT_NE(PrintEntry(EntryOf(bytes)), PrintEntry(EntryOf(text)));
  EXPECT_NE(PrintEntry(EntryOf(bytes)).find(R"("ref":{"hex":"ff"})"),
            std::string::npos);
}

std::string Replaced(std::string text, const std::string& what,
                     const std::string& with) {
  const size_t found = text.find(what);
  EXPECT_NE(found, text.npos) << what;
  return text.replace(found, what.size(), with);
}

TEST(Entry, IsNothingWhereItCannotBeRead) {
  const std::string row = PrintEntry(EntryOf(GivenRow("a", "b")));
  const std::string settlement = PrintEntry(EntryOf(Settlement{.about = 3}));
  const std::string texts[] = {
      "",
      "{",
      "null",
      "[]",
      "7",
      "{}",
      row.substr(0, row.size() - 1),
      row + "x",
      Replaced(row, "\"seq\":7", "\"seq\":\"7\""),
      Replaced(row, "\"seq\":7,", ""),
      Replaced(row, "\"seq\":7", "\"seq\":7.5"),
      Replaced(row, "\"seq\":7", "\"seq\":7e3"),
      Replaced(row, "\"seq\":7", "\"seq\":true"),
      Replaced(row, "\"seq\":7", "\"seq\":9223372036854775808"),
      Replaced(row, "\"seq\":7", "\"seq\":" + std::string(40, '9')),
      Replaced(row, "\"within\":600000000", "\"within\":1e300"),
      Replaced(row, "\"entry\":\"row\"", "\"entry\":\"rows\""),
      Replaced(row, "\"entry\":\"row\"", "\"entry\":\"settlement\""),
      Replaced(row, "\"kind\":\"forward\"", "\"kind\":\"sideways\""),
      Replaced(row, "\"how\":\"forward\"", "\"how\":null"),
      Replaced(row, "\"old\":\"", "\"old\":\"0"),
      Replaced(row, "\"state\":\"intended\"", "\"state\":\"confirmed\""),
      Replaced(row, "\"ref\":\"refs/heads/main\"", "\"ref\":{\"hex\":\"6\"}"),
      Replaced(row, "\"ref\":\"refs/heads/main\"", "\"ref\":{\"hex\":\"6g\"}"),
      Replaced(row, "\"ref\":\"refs/heads/main\"", "\"ref\":{}"),
      Replaced(row, "\"provider\":\"unix\"", "\"provider\":null"),
      Replaced(row, "\"policy-id\"", "\"policy\""),
      Replaced(settlement, "\"about\":3", "\"about\":{}"),
      Replaced(settlement, "\"state\":\"landed\"", "\"state\":\"open\""),
      std::string(100'000, '['),
  };
  for (const std::string& text : texts)
    EXPECT_EQ(ParseEntry(text), std::nullopt) << text.substr(0, 400);
}

TEST(Entry, HasTheHashThatGitGivesItsLine) {
  const std::string text = PrintEntry(EntryOf(GivenRow("a", "b")));
  EXPECT_EQ(HashEntry(text),
            testing::Git(".", {"hash-object", "--stdin"}, text + "\n"));
}

}  // namespace
}  // namespace commitgate
