// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/process.h"
#include "tests/validator/git/history.h"
#include "validator/error.h"
#include "validator/git/repository.h"

namespace commitgate::testing {
namespace {

using Type = Peeled::Type;

class RepositoryObjectsTest : public ::testing::Test {
 protected:
  ObjectId Id(const std::string& revision) const {
    return ObjectId::FromHex(history_.Git({"rev-parse", revision})).value();
  }

  ObjectId WriteObject(const std::string& type,
                       const std::string& content) const {
    return ObjectId::FromHex(history_.Git({"hash-object", "-t", type, "-w",
                                           "--stdin", "--literally"},
                                          content))
        .value();
  }

  ObjectId WriteTag(const ObjectId& target, const std::string& type) const {
    return WriteObject("tag", "object " + target.Hex() + "\ntype " + type +
                                  "\ntag x\n\nmessage\n");
  }

  template <typename Function>
  std::string ErrorOf(Function function) const {
    try {
      function(Repository::Open(history_.path(), ""));
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  std::string PeelingError(const ObjectId& id) const {
    return ErrorOf([&](const Repository& repository) { repository.Peel(id); });
  }

  const History history_{{{"a", 1}, {"b", 2, {"a"}}}};
};

TEST_F(RepositoryObjectsTest, PeelsTags) {
  const ObjectId blob = WriteObject("blob", "text");
  const ObjectId tree = Id("a^{tree}");
  const ObjectId tag = WriteTag(Id("a"), "commit");
  const struct {
    const char* what;
    ObjectId id;
    Type type;
    ObjectId end;
  } kCases[] = {
      {"a commit", Id("a"), Type::kCommit, Id("a")},
      {"a tree", tree, Type::kTree, tree},
      {"a blob", blob, Type::kBlob, blob},
      {"a tag", tag, Type::kCommit, Id("a")},
      {"a tag of a tag", WriteTag(tag, "tag"), Type::kCommit, Id("a")},
      {"a tag of a tree", WriteTag(tree, "tree"), Type::kTree, tree},
      {"a tag of a blob", WriteTag(blob, "blob"), Type::kBlob, blob},
      {"a tag that lies", WriteTag(blob, "commit"), Type::kBlob, blob},
      {"a tag of little", WriteObject("tag", "object " + Id("a").Hex()),
       Type::kCommit, Id("a")},
  };
  for (const bool packed : {false, true}) {
    if (packed)
      history_.Git({"gc", "-q", "--no-prune"});
    const Repository repository = Repository::Open(history_.path(), "");
    for (const auto& test : kCases) {
      SCOPED_TRACE(test.what);
      const Peeled peeled = repository.Peel(test.id);
      EXPECT_EQ(peeled.type, test.type);
      EXPECT_EQ(peeled.id, test.end);
    }
  }
}

TEST_F(RepositoryObjectsTest, PeelsSixteenTags) {
  ObjectId tag = Id("a");
  for (int i = 0; i < 16; ++i)
    tag = WriteTag(tag, i == 0 ? "commit" : "tag");
  EXPECT_EQ(Repository::Open(history_.path(), "").Peel(tag).id, Id("a"));
  tag = WriteTag(tag, "tag");
  EXPECT_EQ(PeelingError(tag), "reading object " + tag.Hex() +
                                   ": there are more than 16 tags of tags");
}

TEST_F(RepositoryObjectsTest, SaysWhyATagCannotBePeeled) {
  const ObjectId missing = ObjectId::FromHex(std::string(40, '1')).value();
  const std::string kMissing =
      "reading object " + missing.Hex() + ": there is no such object";
  EXPECT_EQ(PeelingError(missing), kMissing);
  EXPECT_EQ(PeelingError(WriteTag(missing, "commit")), kMissing);
  for (const char* content :
       {"", "\n", "object \n", "object 1234\n", "tree 1111\n",
        "type commit\nobject 1111111111111111111111111111111111111111\n",
        "object  1111111111111111111111111111111111111111\n"}) {
    const ObjectId tag = WriteObject("tag", content);
    EXPECT_EQ(PeelingError(tag),
              "reading tag " + tag.Hex() + ": it has no object")
        << content;
  }
}

TEST_F(RepositoryObjectsTest, KnowsTheTreeOfACommit) {
  const Repository repository = Repository::Open(history_.path(), "");
  EXPECT_EQ(repository.TreeOf(Id("a")), Id("a^{tree}"));
  const ObjectId tree = Id("a^{tree}");
  EXPECT_EQ(repository.TreeOf(WriteObject("commit", "tree " + tree.Hex())),
            tree);
}

TEST_F(RepositoryObjectsTest, SaysWhyACommitHasNoTree) {
  const auto error = [&](const ObjectId& id) {
    return ErrorOf(
        [&](const Repository& repository) { repository.TreeOf(id); });
  };
  const ObjectId blob = WriteObject("blob", "text");
  EXPECT_EQ(error(blob), "reading commit " + blob.Hex() + ": it is a blob");
  for (const char* content : {"", "nonsense", "\ntree 1111", "tree 1111\n"}) {
    const ObjectId commit = WriteObject("commit", content);
    EXPECT_EQ(error(commit),
              "reading commit " + commit.Hex() + ": it has no tree");
  }
}

TEST_F(RepositoryObjectsTest, KnowsWhatOnlyAPushHas) {
  const TempDir folder;
  const std::string git_dir = history_.path() + "/.git";
  const Quarantine quarantine{.objects = folder.path(),
                              .alternates = git_dir + "/objects",
                              .path = folder.path()};
  const ObjectId first = history_.Id("a");
  const ObjectId pushed = history_.CommitInto(folder.path(), "a");
  const ObjectId missing = ObjectId::FromHex(std::string(40, '1')).value();
  const Repository pushing = Repository::OpenForHook(git_dir, quarantine);
  EXPECT_TRUE(pushing.IsIncoming(pushed));
  EXPECT_FALSE(pushing.IsIncoming(first));
  EXPECT_FALSE(pushing.IsIncoming(missing));

  Quarantine other = quarantine;
  for (const std::string path : {"", "/elsewhere"}) {
    other.path = path;
    const Repository not_pushing = Repository::OpenForHook(git_dir, other);
    EXPECT_FALSE(not_pushing.IsIncoming(pushed)) << path;
  }
  std::filesystem::copy(folder.path(), git_dir + "/objects",
                        std::filesystem::copy_options::recursive);
  EXPECT_FALSE(pushing.IsIncoming(pushed));
}

/// Packed in both places, or in one.
TEST_F(RepositoryObjectsTest, KnowsWhatOnlyAPackOfAPushHas) {
  const TempDir folder;
  const std::string git_dir = history_.path() + "/.git";
  const ObjectId pushed = history_.CommitInto(folder.path(), "a");
  const std::string objects = git_dir + "/objects";
  const ProcessOptions in_quarantine{
      .directory = history_.path(),
      .input = pushed.Hex() + "\n" + history_.Id("a").Hex() + "\n",
      .environment = {{"GIT_OBJECT_DIRECTORY", folder.path()},
                      {"GIT_ALTERNATE_OBJECT_DIRECTORIES", objects}}};
  std::filesystem::create_directory(folder / "pack");
  testing::Run({"git", "pack-objects", "-q", folder / "pack/pack"},
               in_quarantine);
  const Repository pushing =
      Repository::OpenForHook(git_dir, {folder.path(), objects, folder.path()});
  EXPECT_FALSE(pushing.IsIncoming(history_.Id("a")));
  // Somebody repacks meanwhile.
  history_.Git({"repack", "-adq"});
  EXPECT_FALSE(pushing.IsIncoming(history_.Id("a")));
  EXPECT_TRUE(pushing.IsIncoming(pushed));
}

}  // namespace
}  // namespace commitgate::testing
