// SPDX-License-Identifier: MIT
#include "validator/message/mailbox.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace commitgate {
namespace {

struct MailboxCase {
  std::string_view text;
  std::string_view name;
  std::string_view email;
};

TEST(Mailbox, IsANameAndAnAddress) {
  const MailboxCase cases[] = {
      {"A U Thor <author@example.com>", "A U Thor", "author@example.com"},
      {"  A\t<a@b.cc> ", "A", "a@b.cc"},
      {"A<a@b.cc>", "A", "a@b.cc"},
      {"Zoë R. \"Z\" O'Neil <z+x@sub.example.org>", "Zoë R. \"Z\" O'Neil",
       "z+x@sub.example.org"},
      {"dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
       "dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"},
  };
  for (const auto& [text, name, email] : cases) {
    SCOPED_TRACE(text);
    const ParsedMailbox parsed = ParseMailbox(text);
    EXPECT_EQ(parsed.fault, MailboxFault::kNone);
    EXPECT_EQ(parsed.mailbox.name, name);
    EXPECT_EQ(parsed.mailbox.email, email);
    EXPECT_EQ(parsed.culprit, "");
  }
}

TEST(Mailbox, HasTheFaultOfItsAddress) {
  for (const std::string_view email :
       {"", " ", "@", "a@", "@b", "a", "a@b", "a@b.c", "a@.b", "a@b.",
        "a@b@c.d", "a b@c.d", "a\t@b.c", "<@b.c", "a@b<.c", "a@b.c@",
        "\xff@b.c"}) {
    SCOPED_TRACE(email);
    const std::string mailbox = "A <" + std::string(email) + ">";
    EXPECT_EQ(FaultOfAddress(email), ParseMailbox(mailbox).fault);
  }
}

struct FaultCase {
  std::string_view text;
  MailboxFault fault;
  std::string_view culprit;
  std::string_view name = "";
  std::string_view email = "";
};

TEST(Mailbox, HasAFaultAndWhatCanBeMadeOut) {
  using enum MailboxFault;
  const FaultCase cases[] = {
      {"", kEmpty, ""},
      {" \t", kEmpty, ""},
      {"A U Thor", kNoAddress, "A U Thor", "A U Thor"},
      {"a@b.cc", kNoAddress, "a@b.cc", "a@b.cc"},
      {"A a@b.cc>", kNoAddress, "A a@b.cc>", "A a@b.cc>"},
      {"A <a@b.cc", kUnclosed, "<a@b.cc", "A", "a@b.cc"},
      {"A <", kUnclosed, "<", "A"},
      {"A <a@b.cc>>", kTextAfter, ">", "A", "a@b.cc"},
      {"A <a@b.cc> x", kTextAfter, "x", "A", "a@b.cc"},
      {"A <a@b.cc>, B <b@b.cc>", kTextAfter, ", B <b@b.cc>", "A", "a@b.cc"},
      {"A <>x@y.zz>", kTextAfter, "x@y.zz>", "A", ""},
      {"<a@b.cc>", kNoName, "<a@b.cc>", "", "a@b.cc"},
      {"A (@a) <a@b.cc>", kBadName, "A (@a)", "A (@a)", "a@b.cc"},
      {"A > B <a@b.cc>", kBadName, "A > B", "A > B", "a@b.cc"},
      {"A < a@b.cc >", kBlankInAddress, "< a@b.cc >", "A", " a@b.cc "},
      {"A <a b@b.cc>", kBlankInAddress, "<a b@b.cc>", "A", "a b@b.cc"},
      {"A <>", kNoAt, "<>", "A", ""},
      {"A <a.b.cc>", kNoAt, "<a.b.cc>", "A", "a.b.cc"},
      {"A <a@b@b.cc>", kNoAt, "<a@b@b.cc>", "A", "a@b@b.cc"},
      {"A <@b.cc>", kNoAt, "<@b.cc>", "A", "@b.cc"},
      {"A <a@>", kNoAt, "<a@>", "A", "a@"},
      {"A <a@localhost>", kNoDotInDomain, "<a@localhost>", "A", "a@localhost"},
      {"A <a@.cc>", kNoDotInDomain, "<a@.cc>", "A", "a@.cc"},
      {"A <a@b.>", kNoDotInDomain, "<a@b.>", "A", "a@b."},
      {"A <<a@b.cc>", kBadAddress, "<<a@b.cc>", "A", "<a@b.cc"},
  };
  for (const auto& [text, fault, culprit, name, email] : cases) {
    SCOPED_TRACE(text);
    const ParsedMailbox parsed = ParseMailbox(text);
    EXPECT_EQ(parsed.fault, fault) << Describe(parsed.fault);
    EXPECT_EQ(parsed.culprit, culprit);
    EXPECT_EQ(parsed.mailbox.name, name);
    EXPECT_EQ(parsed.mailbox.email, email);
  }
}

TEST(Mailbox, HasWordsForEachFault) {
  std::set<std::string_view> words;
  for (int fault = 0; fault <= static_cast<int>(MailboxFault::kBadAddress);
       ++fault)
    words.insert(Describe(static_cast<MailboxFault>(fault)));
  EXPECT_EQ(words.size(), 11u);
  EXPECT_FALSE(words.contains(""));
}

}  // namespace
}  // namespace commitgate
