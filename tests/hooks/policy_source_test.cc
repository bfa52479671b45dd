// SPDX-License-Identifier: MIT
#include "hooks/policy_source.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"
#include "validator/git/server_config.h"

namespace commitgate {
namespace {

using testing::Git;
using testing::TempDir;

/// A bare repository, and what FindServerPolicy makes of its configuration.
struct ServerPolicyTest : public ::testing::Test {
  ServerPolicyTest() { Git(server.path(), {"init", "--quiet", "--bare"}); }

  void Configure(const std::string& policy) {
    Git(server.path(), {"config", "commitgate.policy", policy});
  }

  /// Puts a file on a branch.
  void CommitFile(const std::string& ref, const std::string& path,
                  const std::string& content,
                  const std::string& mode = "100644") {
    const std::string blob =
        Git(server.path(), {"hash-object", "-w", "--stdin"}, content);
    const std::string tree = Git(server.path(), {"mktree"},
                                 mode + " blob " + blob + "\t" + path + "\n");
    const std::string commit =
        Git(server.path(), {"commit-tree", tree, "-m", "policy"});
    Git(server.path(), {"update-ref", ref, commit});
  }

  ServerPolicy Find() const {
    const Repository repository = Repository::Open(server.path(), ".");
    return FindServerPolicy(ReadServerConfig(repository.GitDir()), repository);
  }

  std::string Complaint() const {
    try {
      return "found " + Find().policy.name;
    } catch (const Error& error) {
      return error.what();
    }
  }

  TempDir server;
};

TEST_F(ServerPolicyTest, IsTheGuidesWithoutConfiguration) {
  const ServerPolicy found = Find();
  EXPECT_EQ(found.policy.name, "nodejs");
  EXPECT_EQ(found.note, "");
}

TEST_F(ServerPolicyTest, IsAPreset) {
  Configure("core-validate-commit");
  EXPECT_EQ(Find().policy.name, "core-validate-commit");
}

TEST_F(ServerPolicyTest, IsAFileInTheRepositorysOwnFolder) {
  server.Write("gate.toml", "extends = \"none\"\n");
  Configure("gate.toml");
  EXPECT_EQ(Find().policy.name, server / "gate.toml");
}

TEST_F(ServerPolicyTest, IsAFileAnywhereByItsAbsolutePath) {
  const TempDir elsewhere;
  const std::string path = elsewhere.Write("gate.toml", "extends = \"none\"\n");
  Configure(path);
  EXPECT_EQ(Find().policy.name, path);
}

TEST_F(ServerPolicyTest, IsAFileOnABranch) {
  CommitFile("refs/heads/main", "gate.toml", "extends = \"none\"\n");
  for (const char* name : {"main:gate.toml", "refs/heads/main:gate.toml"}) {
    SCOPED_TRACE(name);
    Configure(name);
    const ServerPolicy found = Find();
    EXPECT_EQ(found.policy.name, name);
    EXPECT_EQ(found.note, "");
  }
}

TEST_F(ServerPolicyTest, IsNeverReadFromATagThatIsCalledLikeTheBranch) {
  CommitFile("refs/heads/main", "gate.toml", "extends = \"nodejs\"\n");
  CommitFile("refs/tags/main", "gate.toml", "extends = 1\n");
  Configure("main:gate.toml");
  EXPECT_EQ(Complaint(), "found main:gate.toml");
}

TEST_F(ServerPolicyTest, IsOfOneBranchThatNobodyCanTakeForAnother) {
  CommitFile("refs/heads/HEAD", "gate.toml", "extends = \"none\"\n");
  CommitFile("refs/heads/heads/main", "gate.toml", "extends = \"none\"\n");
  CommitFile("refs/tags/main", "gate.toml", "extends = \"none\"\n");
  for (const char* name :
       {"HEAD:gate.toml", "heads/main:gate.toml", "refs/tags/main:gate.toml",
        "tags/main:gate.toml", "main~1:gate.toml", "@{0}:gate.toml", ":gate",
        "main:", "main:./gate.toml", "main:../gate.toml", "main:/gate.toml"}) {
    SCOPED_TRACE(name);
    Configure(name);
    EXPECT_EQ(Complaint(), "loading the policy '" + std::string(name) +
                               "' of git config commitgate.policy: "
                               "'<branch>:<path>' is wanted");
  }
}

TEST_F(ServerPolicyTest, IsNotMadeToRefuseEverything) {
  CommitFile("refs/heads/broken", "gate.toml", "extends = 1\n");
  CommitFile("refs/heads/whole", "gate.toml", "extends = \"nodejs\"\n");
  Configure("main:gate.toml");
  const Repository repository = Repository::Open(server.path(), ".");
  const GitConfig config = ReadServerConfig(repository.GitDir());
  const auto change = [&](const char* ref, const char* tip) {
    return ChangePolicy(config, ref, std::nullopt, repository.ReadRef(tip),
                        repository);
  };
  const PolicyChange whole = change("refs/heads/main", "refs/heads/whole");
  EXPECT_EQ(whole.refusal, "");
  ASSERT_TRUE(whole.policy);
  EXPECT_EQ(whole.policy->name, "main:gate.toml");
  const PolicyChange other = change("refs/heads/other", "refs/heads/broken");
  EXPECT_EQ(other.refusal, "");
  EXPECT_FALSE(other.policy);
  EXPECT_EQ(change("refs/heads/main", "refs/heads/broken").refusal,
            "main:gate.toml:1:11: 'extends' is a number, a string is wanted");
}

TEST_F(ServerPolicyTest, IsNotLostOnceItIsThere) {
  CommitFile("refs/heads/whole", "gate.toml", "extends = \"nodejs\"\n");
  CommitFile("refs/heads/empty", "other.toml", "");
  CommitFile("refs/heads/link", "gate.toml", "extends = \"none\"\n", "120000");
  Configure("main:gate.toml");
  const Repository repository = Repository::Open(server.path(), ".");
  const GitConfig config = ReadServerConfig(repository.GitDir());
  const auto why = [&](const std::string& before, const std::string& after,
                       const char* ref = "refs/heads/main") {
    return ChangePolicy(config, ref, repository.ReadRef("refs/heads/" + before),
                        repository.ReadRef("refs/heads/" + after), repository)
        .refusal;
  };
  const std::string gone = "the policy 'main:gate.toml' would be gone";
  EXPECT_EQ(why("whole", "none"), gone);
  EXPECT_EQ(why("whole", "empty"), gone);
  EXPECT_EQ(why("whole", "link"), gone);
  EXPECT_EQ(why("whole", "none", "refs/heads/other"), "");
  EXPECT_EQ(why("empty", "none"), "");
  EXPECT_EQ(why("empty", "empty"), "");
  EXPECT_EQ(why("none", "empty"), "");
}

TEST_F(ServerPolicyTest, IsTheGuidesWhileTheFileOnTheBranchIsNotThere) {
  Configure("main:gate.toml");
  const ServerPolicy without_branch = Find();
  EXPECT_EQ(without_branch.policy.name, "nodejs");
  EXPECT_EQ(without_branch.note,
            "there is no policy 'main:gate.toml' yet, 'nodejs' holds");
  CommitFile("refs/heads/main", "other.toml", "");
  EXPECT_EQ(Find().policy.name, "nodejs");
}

TEST_F(ServerPolicyTest, IsRefusedWhereItCannotBeRead) {
  CommitFile("refs/heads/main", "gate.toml", "extends = 1\n");
  Configure("main:gate.toml");
  EXPECT_EQ(Complaint(),
            "main:gate.toml:1:11: 'extends' is a number, a string is wanted");
}

TEST_F(ServerPolicyTest, IsRefusedWhereItIsLarge) {
  CommitFile("refs/heads/policy", "p.toml", std::string((1 << 20) + 1, '#'));
  Configure("policy:p.toml");
  EXPECT_EQ(Complaint(),
            "loading the policy 'policy:p.toml': it is larger than 1048576 "
            "bytes");
}

TEST_F(ServerPolicyTest, IsNotTheTextOfALink) {
  CommitFile("refs/heads/policy", "p.toml", "extends = \"none\"\n", "120000");
  Configure("policy:p.toml");
  EXPECT_EQ(Find().policy.name, "nodejs");
  EXPECT_NE(Find().note, "");
}

TEST_F(ServerPolicyTest, IsRefusedWhereThereIsNoSuchFile) {
  Configure("absent.toml");
  EXPECT_EQ(Complaint(),
            "loading the policy 'absent.toml' of git config commitgate.policy: "
            "there is no such preset and no such file");
}

TEST_F(ServerPolicyTest, IsNoFileOfAnotherOneFromABranch) {
  server.Write("base.toml", "extends = \"none\"\n");
  CommitFile("refs/heads/main", "gate.toml", "extends = \"base.toml\"\n");
  Configure("main:gate.toml");
  EXPECT_NE(Complaint().find("cannot be extended"), std::string::npos)
      << Complaint();
}

}  // namespace
}  // namespace commitgate
