// SPDX-License-Identifier: MIT
#include "validator/people/mailmap.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::Git;
using testing::TempDir;

/// As `git check-mailmap` prints it.
std::string Resolved(const Mailmap& mailmap, const Mailbox& mailbox) {
  const Mailbox resolved = mailmap.Resolve(mailbox);
  const std::string address = "<" + std::string(resolved.email) + ">";
  if (resolved.name.empty())
    return address;
  return std::string(resolved.name) + " " + address;
}

struct Case {
  const char* what;
  const char* mailmap;
  Mailbox mailbox;
  const char* resolved;
};

constexpr Case kCases[] = {
    {"a name", "Ann Lee <a@x.y>", {"ann", "a@x.y"}, "Ann Lee <a@x.y>"},
    {"an address", "<a@x.y> <b@x.y>", {"ann", "b@x.y"}, "ann <a@x.y>"},
    {"both", "Ann <a@x.y> <b@x.y>", {"ann", "b@x.y"}, "Ann <a@x.y>"},
    {"of one name", "Ann <a@x.y> al <b@x.y>", {"al", "b@x.y"}, "Ann <a@x.y>"},
    {"not of others", "A <a@x.y> al <b@x.y>", {"bo", "b@x.y"}, "bo <b@x.y>"},
    {"address of one name",
     "<a@x.y> al <b@x.y>",
     {"al", "b@x.y"},
     "al <a@x.y>"},
    {"whatever the case",
     "Ann <A@x.y> AL <B@X.y>",
     {"al", "b@x.Y"},
     "Ann <A@x.y>"},
    {"one name before all",
     "Bo <c@x.y> bo <b@x.y>\nAnn <a@x.y> <b@x.y>",
     {"bo", "b@x.y"},
     "Bo <c@x.y>"},
    {"all where no name fits",
     "Bo <c@x.y> bo <b@x.y>\nAnn <a@x.y> <b@x.y>",
     {"al", "b@x.y"},
     "Ann <a@x.y>"},
    {"the last name", "A <a@x.y>\nB <a@x.y>", {"ann", "a@x.y"}, "B <a@x.y>"},
    {"the last address",
     "<a@x.y> <c@x.y>\n<b@x.y> <c@x.y>",
     {"c", "c@x.y"},
     "c <b@x.y>"},
    {"lines that add up",
     "<a@x.y> <c@x.y>\nAnn <c@x.y>",
     {"c", "c@x.y"},
     "Ann <a@x.y>"},
    {"lines for a name that do not",
     "Ann <a@x.y> c <c@x.y>\n<b@x.y> c <c@x.y>",
     {"c", "c@x.y"},
     "c <b@x.y>"},
    {"once only",
     "<b@x.y> <a@x.y>\n<c@x.y> <b@x.y>",
     {"a", "a@x.y"},
     "a <b@x.y>"},
    {"blanks around a name",
     " \tAnn  Lee \t <a@x.y>",
     {"ann", "a@x.y"},
     "Ann  Lee <a@x.y>"},
    {"text behind", "Ann <a@x.y> # note", {"ann", "a@x.y"}, "Ann <a@x.y>"},
    {"a carriage return", "Ann <a@x.y>\r\n", {"ann", "a@x.y"}, "Ann <a@x.y>"},
    {"no line feed behind", "# x\nA <a@x.y>", {"ann", "a@x.y"}, "A <a@x.y>"},
    {"letters of other scripts",
     "\xc3\x9cnal <a@x.y>",
     {"unal", "a@x.y"},
     "\xc3\x9cnal <a@x.y>"},
    {"nothing in a comment", "#Ann <a@x.y>", {"al", "a@x.y"}, "al <a@x.y>"},
    {"nothing unclosed", "Ann <a@x.y", {"al", "a@x.y"}, "al <a@x.y>"},
    {"nothing unopened", "Ann a@x.y>", {"al", "a@x.y"}, "al <a@x.y>"},
    {"nothing proper", "Ann <> <a@x.y>", {"al", "a@x.y"}, "al <a@x.y>"},
    {"nothing of parts", "Ann <a@x.y>", {"al", "aa@x.y"}, "al <aa@x.y>"},
    {"no blanks in an address", "Ann < a@x.y>", {"al", "a@x.y"}, "al <a@x.y>"},
    {"no case of other letters",
     "Ann <\xc3\xa4@x.y>",
     {"al", "\xc3\x84@x.y"},
     "al <\xc3\x84@x.y>"},
};

/// What git makes of the same.
class Oracle {
 public:
  Oracle() { Git(repository_.path(), {"init", "--quiet"}); }

  std::string Resolved(std::string_view mailmap, std::string_view contacts) {
    repository_.Write(".mailmap", mailmap);
    return Git(repository_.path(), {"check-mailmap", "--stdin"}, contacts);
  }

 private:
  TempDir repository_;
};

std::string Contact(const Mailbox& mailbox) {
  return std::string(mailbox.name) + " <" + std::string(mailbox.email) + ">";
}

TEST(Mailmap, ReplacesWhatGitDoes) {
  Oracle git;
  for (const auto& [what, mailmap, mailbox, resolved] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Resolved(Mailmap::Read(mailmap), mailbox), resolved);
    EXPECT_EQ(git.Resolved(mailmap, Contact(mailbox)), resolved);
  }
}

TEST(Mailmap, LeavesEverybodyAloneWhereThereIsNone) {
  const Mailbox mailbox = {"Ann", "a@x.y"};
  EXPECT_EQ(Resolved({}, mailbox), "Ann <a@x.y>");
  EXPECT_EQ(Resolved(Mailmap::Read("\n\n#\n<\n>"), mailbox), "Ann <a@x.y>");
}

/// Lines that are made of few parts, so that many are about the same people.
class RandomLines {
 public:
  std::string Mailmap() {
    std::string lines;
    for (int line = Below(8); line >= 0; --line)
      lines += Line() + '\n';
    return lines;
  }

  std::string Name() { return Pick({"", "a", "A", "b", "a b", "\xc3\xa9"}); }
  std::string Email() { return Pick({"x@y", "X@y", "p@q", "r@s", "x"}); }

 private:
  int Below(int end) { return static_cast<int>(random_() % end); }

  std::string Pick(std::initializer_list<const char*> words) {
    return words.begin()[Below(static_cast<int>(words.size()))];
  }

  std::string Line() {
    std::string line = Pick({"", "", "", "", " ", "#"});
    for (int part = Below(3); part >= 0; --part)
      line += Name() + Pick({"", " ", "\t "}) +
              Pick({"<", "<", "<", "<", "<<", ""}) +
              Pick({"x@y", "X@Y", "p@q", "r@s", "", " "}) +
              Pick({">", ">", ">", ">", ">>", ""}) + Pick({"", " ", "\r"});
    return line;
  }

  std::mt19937 random_;
};

TEST(Mailmap, ReplacesWhatGitDoesWithLinesOfAllKinds) {
  Oracle git;
  RandomLines random;
  for (int round = 0; round < 60; ++round) {
    const std::string text = random.Mailmap();
    SCOPED_TRACE(text);
    const Mailmap mailmap = Mailmap::Read(text);
    std::string contacts;
    std::string resolved;
    for (int contact = 0; contact < 40; ++contact) {
      const std::string name = random.Name();
      const std::string email = random.Email();
      contacts += Contact({name, email}) + "\n";
      resolved += Resolved(mailmap, {name, email}) + "\n";
    }
    ASSERT_EQ(resolved, git.Resolved(text, contacts) + "\n");
  }
}

TEST(Mailmap, TellsWhichAddressesItReplaces) {
  const Mailmap mailmap = Mailmap::Read(
      "Ann <a@x.y> <B@x.y>\nAnn <A@x.y> al <c@x.y>\nBo <b@x.y> <d@x.y>\n"
      "Cy <e@x.y>\n");
  const std::vector<std::string> of_ann = {"b@x.y", "c@x.y"};
  EXPECT_EQ(mailmap.ReplacedBy("a@X.y"), of_ann);
  EXPECT_TRUE(mailmap.ReplacedBy("e@x.y").empty());
  EXPECT_TRUE(mailmap.ReplacedBy("").empty());
}

TEST(Mailmap, TellsEachAddressThatItReplacesOnce) {
  const Mailmap mailmap = Mailmap::Read(
      "Ann <a@x.y> <b@x.y>\nAnn <a@x.y> al <b@x.y>\nAnn <a@x.y> <c@x.y>\n"
      "Bo <bo@x.y> <c@x.y>\nAnn <a@x.y> anna <B@x.y>\n");
  EXPECT_EQ(mailmap.ReplacedBy("a@x.y"), std::vector<std::string>{"b@x.y"});
  EXPECT_EQ(mailmap.ReplacedBy("bo@x.y"), std::vector<std::string>{"c@x.y"});
}

TEST(Mailmap, TellsNoMoreAddressesThanAnybodyHas) {
  std::string text;
  for (size_t i = 0; i <= Mailmap::kMostReplaced; ++i)
    text += "Ann <a@x.y> <" + std::to_string(i) + "@x.y>\n";
  const Mailmap mailmap = Mailmap::Read(text);
  EXPECT_EQ(mailmap.ReplacedBy("a@x.y").size(), Mailmap::kMostReplaced);
  EXPECT_EQ(mailmap.Resolve({"A", "100@x.y"}).email, "a@x.y");
}

}  // namespace
}  // namespace commitgate
