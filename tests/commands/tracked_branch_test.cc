// SPDX-License-Identifier: MIT
#include "commands/tracked_branch.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushed_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

/// `origin/main` and a branch that follows it.
class TrackedBranchTest : public ::testing::Test {
 protected:
  TrackedBranchTest() {
    repository_.Good("one");
    repository_.SetRef("refs/heads/main", "one");
    repository_.SetRef("refs/remotes/origin/main", "one");
    Fetches("origin", "+refs/heads/*:refs/remotes/origin/*");
    repository_.Git({"symbolic-ref", "HEAD", "refs/heads/main"});
    repository_.Git({"config", "branch.main.remote", "origin"});
    repository_.Git({"config", "branch.main.merge", "refs/heads/main"});
  }

  void Fetches(const std::string& remote, const std::string& refspec) const {
    repository_.Git(
        {"config", "--add", "remote." + remote + ".fetch", refspec});
  }

  /// `remote ref`, or why not.
  std::string Followed(const std::string& revision) const {
    const Tracking tracking = FindTracked(repository_.Open(), revision);
    return tracking.branch
               ? tracking.branch->remote + ' ' + tracking.branch->ref
               : tracking.why_not;
  }

  std::string RemoteAt(const std::string& url) const {
    repository_.Git({"config", "remote.origin.url", url});
    try {
      const auto remote = OpenRemote(repository_.Open(), "origin");
      return remote ? remote->GitDir() : "elsewhere";
    } catch (const Error& error) {
      return error.what();
    }
  }

  PushedRepository repository_;
};

TEST_F(TrackedBranchTest, IsKnownByTheConfiguration) {
  for (const char* revision :
       {"origin/main", "refs/remotes/origin/main", "@{upstream}",
        "main@{upstream}", "remotes/origin/main"})
    EXPECT_EQ(Followed(revision), "origin refs/heads/main") << revision;
  EXPECT_EQ((TrackedBranch{"origin", "refs/heads/a/b"}).Name(), "a/b");
}

TEST_F(TrackedBranchTest, MayHaveAnotherNameThere) {
  repository_.SetRef("refs/remotes/up/next", "one");
  repository_.SetRef("refs/remotes/x/a/b", "one");
  Fetches("up.stream", "refs/heads/main:refs/remotes/up/next");
  Fetches("x", "refs/heads/team/*:refs/remotes/x/*");
  EXPECT_EQ(Followed("up/next"), "up.stream refs/heads/main");
  EXPECT_EQ(Followed("x/a/b"), "x refs/heads/team/a/b");
}

TEST_F(TrackedBranchTest, IsNotGuessed) {
  repository_.SetRef("refs/remotes/other/main", "one");
  repository_.SetRef("refs/remotes/pull/1", "one");
  Fetches("pulls", "refs/pull/*:refs/remotes/pull/*");
  Fetches("broken", "refs/heads/x");
  const std::string id = repository_["one"].Hex();
  const struct {
    std::string revision;
    std::string why;
  } kCases[] = {
      {"main", "'main' follows no branch of a remote"},
      {"other/main", "'other/main' follows no branch of a remote"},
      {"pull/1", "'pull/1' follows no branch of a remote"},
      {"main^{commit}", "'main^{commit}' is no branch"},
      {id, "'" + id + "' is no branch"},
      {"none", "'none' is no branch"},
      {"--all", "'--all' is no branch"},
      {"", "'' is no branch"},
  };
  for (const auto& [revision, why] : kCases)
    EXPECT_EQ(Followed(revision), why);
  Fetches("twin", "+refs/heads/*:refs/remotes/origin/*");
  EXPECT_EQ(Followed("origin/main"),
            "'origin/main' may be a branch of 'origin' or of 'twin'");
}

TEST_F(TrackedBranchTest, IsOfARemoteOnThisMachineOrNot) {
  const TempDir folder;
  repository_.Git({"init", "--quiet", "--bare", folder / "server.git"});
  const std::string there = folder / "server.git/";
  for (const std::string& url :
       {folder / "server.git", folder / "server", folder / "server.git/",
        "file://" + (folder / "server.git")})
    EXPECT_EQ(RemoteAt(url), there) << url;
  for (const std::string& url :
       Lines{"ssh://example.com" + there, "example.com:" + there,
             "https://example.com/server.git", "ext::sh -c true",
             "file://example.com" + there, "file://" + folder.path() + "/%41"})
    EXPECT_EQ(RemoteAt(url), "elsewhere") << url;
  EXPECT_EQ(RemoteAt(folder.path()),
            "opening '" + folder.path() + "': there is no repository");
}

TEST_F(TrackedBranchTest, OfSeveralUrlsIsElsewhere) {
  repository_.Git({"config", "--add", "remote.origin.url", "/a"});
  repository_.Git({"config", "--add", "remote.origin.url", "/b"});
  EXPECT_FALSE(OpenRemote(repository_.Open(), "origin"));
}

}  // namespace
}  // namespace commitgate::testing
