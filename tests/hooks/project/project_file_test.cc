// SPDX-License-Identifier: MIT
#include "hooks/project/project_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/hooks/project/project_repository.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

constexpr size_t kMost = 4 << 20;

class ProjectFileTest : public ::testing::Test {
 protected:
  ProjectFileTest() {
    repository_.Add("main", "doc: x", {}, {{"f", "main"}, {"d/g", "deep"}});
    repository_.Add("other", "doc: x", {}, {{"f", "other"}});
    repository_.Add("empty", "doc: x", {}, {});
    repository_.SetRef("refs/heads/main", "main");
    repository_.SetRef("refs/heads/other", "other");
    repository_.SetRef("refs/tags/main", "other");
  }

  template <typename Function>
  static std::string Text(Function find) {
    try {
      const std::optional<ProjectFile> file = find();
      return file ? file->text + " of " + file->revision.substr(0, 4) : "none";
    } catch (const Error& error) {
      return error.what();
    }
  }

  std::string OnServer(const std::string& source,
                       const std::string& before = "") const {
    const Repository repository = repository_.Open();
    const auto from =
        before.empty() ? std::nullopt : std::optional(repository_[before]);
    return Text([&]() -> std::optional<ProjectFile> {
      const auto stored = FindOnServer(repository, source, from);
      if (!stored)
        return std::nullopt;
      return ReadStored(repository, *stored);
    });
  }

  std::string Locally(const std::string& source,
                      bool has_work_tree = true) const {
    const LazyRepository lazy([&] { return repository_.Open(); });
    const auto work_tree =
        has_work_tree ? std::optional(repository_.path()) : std::nullopt;
    return Text([&] { return FindLocally(&lazy, source, work_tree); });
  }

  std::string Of(const std::string& text, const std::string& name) const {
    return text + " of " + repository_[name].Hex().substr(0, 4);
  }

  ProjectRepository repository_;
};

TEST_F(ProjectFileTest, IsOnAServerThatOfTheBranchElseOfHead) {
  EXPECT_EQ(OnServer("f", "other"), Of("other", "other"));
  EXPECT_EQ(OnServer("f", "main"), Of("main", "main"));
  EXPECT_EQ(OnServer("f", "empty"), Of("main", "main"));
  EXPECT_EQ(OnServer("f"), Of("main", "main"));
  EXPECT_EQ(OnServer("d/g", "other"), Of("deep", "main"));
  EXPECT_EQ(OnServer("none", "other"), "none");
  EXPECT_EQ(OnServer("d", "main"), "none");
}

TEST_F(ProjectFileTest, IsOnAServerThatOfOneBranchWhereThePolicySaysSo) {
  EXPECT_EQ(OnServer("main:f", "other"), Of("main", "main"));
  EXPECT_EQ(OnServer("refs/heads/other:f", "main"), Of("other", "other"));
  EXPECT_EQ(OnServer("main:none", "other"), "none");
  EXPECT_EQ(OnServer("gone:f", "other"), "none");
  for (const char* source : {"HEAD:f", "refs/tags/main:f", "main~0:f", ":f",
                             "main:", "main:../f", "heads/main:f"})
    EXPECT_EQ(OnServer(source, "main"),
              "reading '" + std::string(source) +
                  "': '<path>' or '<branch>:<path>' is wanted");
}

TEST_F(ProjectFileTest, NeedsABranchForHead) {
  repository_.Git({"symbolic-ref", "HEAD", "refs/heads/unborn"});
  EXPECT_EQ(OnServer("f"), "none");
  repository_.Git({"update-ref", "--no-deref", "HEAD", "other"});
  EXPECT_EQ(OnServer("f"), "none");
}

TEST_F(ProjectFileTest, IsLocallyThatOfTheWorkTreeElseOfHead) {
  EXPECT_EQ(Locally("f"), Of("main", "main"));
  repository_.Write("f", "changed");
  EXPECT_EQ(Locally("f"), "changed of HEAD");
  EXPECT_EQ(Locally("f", false), Of("main", "main"));
  EXPECT_EQ(Locally("d/g"), Of("deep", "main"));
  EXPECT_EQ(Locally("none"), "none");
  EXPECT_EQ(Locally("other:f"), Of("other", "other"));
  repository_.Git({"symbolic-ref", "HEAD", "refs/heads/unborn"});
  EXPECT_EQ(Locally("f"), "changed of HEAD");
  EXPECT_EQ(Locally("f", false), "none");
}

TEST_F(ProjectFileTest, IsNeverOutsideOfTheWorkTree) {
  repository_.Write("f", "changed");
  const std::string absolute = repository_.path() + "/f";
  for (const std::string& source :
       {std::string(), absolute, std::string("../f"), std::string("d/../../f"),
        std::string(".."), std::string("d/.."), std::string("./f"),
        std::string("d/../f"), std::string("f/")}) {
    EXPECT_EQ(Locally(source),
              "reading '" + source + "': it is no file of the project");
  }
}

TEST_F(ProjectFileTest, IsNotBehindALink) {
  namespace fs = std::filesystem;
  const TempDir outside;
  outside.Write("f", "secret");
  const fs::path top = repository_.path();
  repository_.Write("inside/f", "ours");
  fs::create_symlink(outside / "f", top / "f");
  fs::create_symlink(outside.path(), top / "folder");
  fs::create_symlink("inside/f", top / "near");
  fs::create_symlink("nowhere", top / "broken");
  fs::create_symlink(outside.path(), top / "inside/deep");
  for (const std::string source :
       {"f", "folder/f", "near", "broken", "inside/deep/f"})
    EXPECT_EQ(Locally(source),
              "reading '" + source + "': there is a symbolic link");
  EXPECT_EQ(Locally("inside/f"), "ours of HEAD");
  EXPECT_EQ(Locally("folder/none"), "none");
}

/// Where people keep a work tree is their affair.
TEST_F(ProjectFileTest, MayBeInAWorkTreeBehindALink) {
  const TempDir elsewhere;
  std::filesystem::create_symlink(repository_.path(), elsewhere / "link");
  repository_.Write("f", "changed");
  EXPECT_EQ(Text([&] { return FindLocally(nullptr, "f", elsewhere / "link"); }),
            "changed of HEAD");
}

TEST_F(ProjectFileTest, SaysWhatItCannotRead) {
  std::filesystem::create_directories(repository_.path() + "/folder");
  EXPECT_NE(Locally("folder").find("it is no regular file"), std::string::npos);
  EXPECT_EQ(Locally("gone:f"), "unknown revision 'gone'");
  EXPECT_EQ(Text([] { return FindLocally(nullptr, "f", std::nullopt); }),
            "none");
}

TEST_F(ProjectFileTest, IsNotLargerThanWhatPeopleWrite) {
  repository_.Add("fits", "doc: x", {}, {{"f", std::string(kMost, 'x')}});
  repository_.Add("large", "doc: x", {}, {{"f", std::string(kMost + 1, 'x')}});
  EXPECT_EQ(OnServer("f", "fits").size(), kMost + 8);
  EXPECT_EQ(OnServer("f", "large"), "reading 'f' of commit " +
                                        repository_["large"].Hex() +
                                        ": it is larger than 4194304 bytes");
  repository_.Write("f", std::string(kMost + 1, 'x'));
  EXPECT_NE(Locally("f").find("it is larger than"), std::string::npos);
}

}  // namespace
}  // namespace commitgate::testing
