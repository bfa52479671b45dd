// SPDX-License-Identifier: MIT
#include "validator/message/commit.h"

#include <gtest/gtest.h>

#include "tests/validator/message/trailer_cases.h"

namespace commitgate {
namespace {

using std::string_literals::operator""s;

Commit Parse(std::string_view object) {
  return ParseCommitObject("id", Bytes(object.begin(), object.end()));
}

const std::string kTree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";
const std::string kParent = "parent 0123456789abcdef0123456789abcdef01234567\n";
const std::string kAuthor =
    "author A U Thor <author@example.com> 1700000000 +0100\n";
const std::string kCommitter =
    "committer C O Mitter <committer@example.com> 1700000001 -0230\n";

void ExpectSignature(const std::optional<Signature>& signature,
                     std::string_view name, std::string_view email,
                     std::optional<int64_t> time) {
  ASSERT_TRUE(signature);
  EXPECT_EQ(signature->name, name);
  EXPECT_EQ(signature->email, email);
  EXPECT_EQ(signature->time, time);
}

TEST(CommitObject, IsTakenApart) {
  const Commit commit =
      Parse(kTree + kParent + kAuthor + kCommitter + "\ndoc: fix\n\nK: v\n");
  EXPECT_EQ(commit.id, "id");
  EXPECT_EQ(commit.parents, 1);
  EXPECT_FALSE(commit.IsMerge());
  ExpectSignature(commit.author, "A U Thor", "author@example.com", 1700000000);
  ExpectSignature(commit.committer, "C O Mitter", "committer@example.com",
                  1700000001);
  EXPECT_EQ(testing::NormalForm(commit.message), "doc: fix\n\nK: v\n");
  EXPECT_EQ(testing::TrailerLines(commit.message), "K: v\n");
  EXPECT_EQ(commit.charset, "");
  EXPECT_FALSE(commit.undecodable);
}

TEST(CommitObject, IsStoredWhereWhoReadItSaysSo) {
  const Bytes object = Parse(kTree + kAuthor + "\nx\n").bytes;
  const Commit stored = ParseStoredCommit("id", object);
  EXPECT_TRUE(stored.is_stored);
  EXPECT_EQ(stored.bytes, object);
  EXPECT_EQ(stored.message.title.text, "x");
  EXPECT_FALSE(ParseCommitObject("id", object).is_stored);
  EXPECT_FALSE(MakeCommit("id", View(object)).is_stored);
}

TEST(CommitObject, SurvivesAMove) {
  Commit commit =
      Parse(kTree + kAuthor + "encoding latin1\n\ncaf\xe9\n\nK: v\n w\n");
  const Commit moved = std::move(commit);
  EXPECT_EQ(moved.author->name, "A U Thor");
  EXPECT_EQ(moved.message.title.core, "café");
  EXPECT_EQ(testing::TrailerLines(moved.message), "K: v w\n");
}

TEST(CommitObject, CountsParents) {
  EXPECT_EQ(Parse(kTree + kAuthor + "\nx\n").parents, 0);
  const Commit merge = Parse(kTree + kParent + kParent + kParent + "\nx\n");
  EXPECT_EQ(merge.parents, 3);
  EXPECT_TRUE(merge.IsMerge());
}

TEST(CommitObject, HasParentsOnlyWhereGitSeesThem) {
  const struct {
    const char* what;
    std::string object;
    int parents;
  } kCases[] = {
      {"the message", kTree + "\n" + kParent + kParent, 0},
      {"behind the committer", kTree + kParent + kCommitter + kParent, 1},
      {"behind an unknown header", kTree + "x\n" + kParent + kParent, 0},
      {"no id", kTree + kParent + "parent x\n" + kParent, 1},
      {"something behind the id",
       kTree + "parent " + std::string(40, 'a') + " \n" + kParent, 0},
      {"an id of SHA-256",
       kTree + "parent " + std::string(64, 'a') + "\n" + kParent, 2},
      {"no tree", kParent + kParent, 0},
      {"a tree without id", "tree x\n" + kParent + kParent, 0},
  };
  for (const auto& [what, object, parents] : kCases) {
    SCOPED_TRACE(what);
    const Commit commit = Parse(object + "\nx\n");
    EXPECT_EQ(commit.parents, parents);
    EXPECT_EQ(commit.IsMerge(), parents > 1);
  }
}

TEST(CommitObject, HasHeadersOfManyLines) {
  const Commit commit =
      Parse(kTree + kAuthor +
            "mergetag object 0123\n type commit\n author X <x@y.z> 1 +0000\n \n"
            " Signed-off-by: X <x@y.z>\n parent 0123\n"
            "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n"
            " -----END PGP SIGNATURE-----\nunknown x\n\ndoc: fix\n");
  EXPECT_EQ(commit.parents, 0);
  EXPECT_EQ(commit.author->name, "A U Thor");
  EXPECT_EQ(testing::NormalForm(commit.message), "doc: fix\n");
}

TEST(CommitObject, IsJudgedAsFarAsItGoes) {
  const std::string whole =
      kTree + kParent + kAuthor + kCommitter + "encoding latin1\n\ndoc: fix\n";
  for (size_t size = 0; size <= whole.size(); ++size) {
    const Commit commit = Parse(whole.substr(0, size));
    EXPECT_EQ(commit.id, "id");
    EXPECT_EQ(commit.parents, size < kTree.size() + kParent.size() - 1 ? 0 : 1);
  }
  EXPECT_TRUE(Parse("").message.IsEmpty());
  EXPECT_TRUE(Parse("\n").message.IsEmpty());
  EXPECT_TRUE(Parse("garbage").message.IsEmpty());
  EXPECT_FALSE(Parse("garbage").author);
  EXPECT_EQ(testing::NormalForm(Parse("\nx\n").message), "x\n");
  EXPECT_EQ(testing::NormalForm(Parse("\0\0 \n\n\xff\n"s).message), "\xff\n");
}

TEST(CommitObject, ReadsPeopleLeniently) {
  struct Case {
    std::string header;
    std::string name;
    std::string email;
    std::optional<int64_t> time;
  };
  const Case cases[] = {
      {"A <a@b.cc> -5 +0000", "A", "a@b.cc", -5},
      {"A <a@b.cc>", "A", "a@b.cc", std::nullopt},
      {"A <a@b.cc> soon", "A", "a@b.cc", std::nullopt},
      {"A <a@b.cc> 99999999999999999999 +0000", "A", "a@b.cc", std::nullopt},
      {"A <a@b.cc> x> 7 +0000", "A", "a@b.cc", 7},
      {" <> 7 +0000", "", "", 7},
      {"A", "A", "", std::nullopt},
      {"A <a@b.cc", "A", "a@b.cc", std::nullopt},
      {"", "", "", std::nullopt},
  };
  for (const auto& [header, name, email, time] : cases) {
    SCOPED_TRACE(header);
    const Commit commit = Parse("author " + header + "\n\nx\n");
    ExpectSignature(commit.author, name, email, time);
  }
}

TEST(CommitObject, BelievesTheFirstOfSeveralHeaders) {
  const Commit commit = Parse("author A <a@b.cc> 1 +0000\n"s +
                              "author B <b@b.cc> 2 +0000\n\nx\n");
  ExpectSignature(commit.author, "A", "a@b.cc", 1);
}

TEST(CommitObject, IsConvertedFromItsCharset) {
  const Commit commit = Parse(
      "author Zo\xeb <zoe@example.com> 1 +0000\n"
      "encoding ISO-8859-1\n\ncaf\xe9\n");
  EXPECT_EQ(commit.charset, "ISO-8859-1");
  EXPECT_FALSE(commit.undecodable);
  ExpectSignature(commit.author, "Zoë", "zoe@example.com", 1);
  EXPECT_EQ(testing::NormalForm(commit.message), "café\n");
}

TEST(CommitObject, IsJudgedAsItIsWhereItCannotBeConverted) {
  for (const std::string charset :
       {"EUC-JP", "no-such-charset", "UTF-8//IGNORE"}) {
    SCOPED_TRACE(charset);
    const Commit commit = Parse("encoding " + charset + "\n\nx \xff\xff\n");
    EXPECT_TRUE(commit.undecodable);
    EXPECT_EQ(commit.charset, charset);
    EXPECT_EQ(testing::NormalForm(commit.message), "x \xff\xff\n");
  }
}

TEST(CommitObject, NeedsNoConversionFromUtf8) {
  const Commit commit = Parse("encoding utf8\n\ncaf\xe9\n");
  EXPECT_EQ(commit.charset, "utf8");
  EXPECT_FALSE(commit.undecodable) << "that it is no UTF-8 is for hygiene";
  EXPECT_EQ(testing::NormalForm(commit.message), "caf\xe9\n");
}

TEST(MakeCommit, OwnsTheMessage) {
  std::string text = "doc: fix\n\nK: v\n";
  const Commit commit = MakeCommit("1", text);
  text.assign(text.size(), 'x');
  EXPECT_EQ(testing::NormalForm(commit.message), "doc: fix\n\nK: v\n");
  EXPECT_EQ(commit.parents, std::nullopt);
  EXPECT_FALSE(commit.IsMerge());
  EXPECT_FALSE(commit.author);
}

TEST(MakeCommit, OfAFileHasItsLineNumbers) {
  const Commit commit = MakeCommit("1", "# c\ndoc: fix\n", Cleanup());
  EXPECT_EQ(testing::NormalForm(commit.message), "doc: fix\n");
  EXPECT_EQ(commit.message.title.line.number, 2);
}

TEST(SetAuthor, CopiesTheAuthor) {
  Commit commit = MakeCommit("1", "doc: fix\n");
  std::string name = "A";
  SetAuthor(commit, name, "a@b.cc");
  name = "B";
  const Commit moved = std::move(commit);
  ExpectSignature(moved.author, "A", "a@b.cc", std::nullopt);
}

}  // namespace
}  // namespace commitgate
