// SPDX-License-Identifier: MIT
#include "validator/git/server_config.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/git/known_leak.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

class ServerConfigTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Git(folder_.path(), {"init", "-q", "--bare", "r.git"});
  }

  std::string git_dir() const { return folder_ / "r.git"; }

  void WriteConfig(const std::string& content) {
    folder_.Write(
        "r.git/config",
        "[core]\n\trepositoryformatversion = 0\n\tbare = true\n" + content);
  }

  GitConfig Read() const {
    return ReadServerConfig(git_dir(), folder_ / "system");
  }

  std::string Error() const {
    try {
      Read();
    } catch (const commitgate::Error& error) {
      return error.what();
    }
    return "no error";
  }

  /// Every name that git lists has git's value.
  void ExpectAsGit() const {
    const std::string list = Git(git_dir(), {"--git-dir=.", "config", "--local",
                                             "--includes", "-z", "--list"});
    const GitConfig of_git = GitConfig::Parse(list);
    const GitConfig config = Read();
    size_t names = 0;
    for (size_t start = 0; start < list.size(); ++names) {
      const std::string entry =
          list.substr(start, list.find('\0', start) - start);
      start += entry.size() + 1;
      const std::string name = entry.substr(0, entry.find('\n'));
      EXPECT_EQ(config.Get(name), of_git.Get(name)) << name;
      EXPECT_EQ(config.GetBool(name), of_git.GetBool(name)) << name;
    }
    EXPECT_GE(names, 2u);
  }

  const KnownLeak in_libgit2_;
  TempDir folder_;
};

TEST_F(ServerConfigTest, HasWhatGitHas) {
  folder_.Write("r.git/more", "[included]\n\tfile = yes\n[a]\n\tb = more\n");
  folder_.Write("crlf", "\xef\xbb\xbf[bom]\r\n\tz = 3\r\n\tw = a\\\r\n b\r\n");
  const char* kConfigs[] = {
      "",
      "[Commitgate]\n\tIdentity = Gitolite\n\tPolicy = refs/meta:Gate.toml\n",
      "[a \"B c\"]\n\tD = 1\n[a \"b C\"]\n\td = 2\n[A]\n\td = 3\n",
      "[a \"q\\\"u\\\\o\"]\n\tb = 1\n[Old.Style]\n\tC = 1\n",
      "[a]\n\tb = one\n\tb = two\n[c]\n\td\n\te =\n[a]\n\tb = three\n",
      "[a]\n\tnone\n[a]\n\tb = x\n\tb\n",
      "[a]\n\tb = \"  kept  \"  ; comment\n\tc = x   y # comment\n",
      "[a]\n\tb = one \\\n  two\n\tc = t\\tb\\\\s\\n\"q;#\"z\n",
      "[a] b = same line\n",
      "; comment\n# comment\n\n[a]\n\n\tb-c = 1\n",
      "[a]\n\tb = before\n[include]\n\tpath = more\n[a]\n\tc = behind\n",
      "[include]\n\tpath = more\n[a]\n\tb = behind\n",
      "[include]\n\tpath = missing\n\tpath = ../crlf\n[a]\n\tb = 1\n",
      "[includeIf \"gitdir:r.git\"]\n\tpath = more\n",
      "[includeIf \"gitdir:/nonexistent\"]\n\tpath = more\n",
      "[a]\n\tb = caf\xc3\xa9 \xff\n",
  };
  for (const char* config : kConfigs) {
    SCOPED_TRACE(config);
    WriteConfig(config);
    ExpectAsGit();
  }
}

TEST_F(ServerConfigTest, TakesTheRepositorysWordBeforeTheSystems) {
  folder_.Write("system", "[a]\n\tb = system\n\tc = system\n");
  WriteConfig("[a]\n\tb = repository\n");
  EXPECT_EQ(Read().Get("a.b"), "repository");
  EXPECT_EQ(Read().Get("a.c"), "system");
}

TEST_F(ServerConfigTest, NeedsNoFile) {
  std::filesystem::remove(folder_ / "r.git/config");
  EXPECT_EQ(Read().Get("core.bare"), std::nullopt);
}

TEST_F(ServerConfigTest, KnowsNoUserAndNoEnvironment) {
  folder_.Write(".gitconfig", "[a]\n\tb = user\n");
  folder_.Write("git/config", "[a]\n\tb = user\n");
  folder_.Write("evil", "[a]\n\tb = environment\n");
  const std::pair<const char*, std::string> kVariables[] = {
      {"HOME", folder_.path()},
      {"XDG_CONFIG_HOME", folder_.path()},
      {"GIT_CONFIG_GLOBAL", folder_ / "evil"},
      {"GIT_CONFIG_SYSTEM", folder_ / "evil"},
      {"GIT_CONFIG", folder_ / "evil"},
      {"GIT_CONFIG_COUNT", "1"},
      {"GIT_CONFIG_KEY_0", "a.b"},
      {"GIT_CONFIG_VALUE_0", "environment"},
      {"GIT_CONFIG_PARAMETERS", "'a.b'='environment'"},
      {"GIT_DIR", folder_ / "other"},
  };
  std::map<std::string, std::string> before;
  for (const auto& [name, value] : kVariables) {
    if (const char* was = std::getenv(name))
      before[name] = was;
    setenv(name, value.c_str(), 1);
  }
  const auto value = Read().Get("a.b");
  for (const auto& [name, _] : kVariables)
    before.contains(name) ? setenv(name, before[name].c_str(), 1)
                          : unsetenv(name);
  EXPECT_EQ(value, std::nullopt);
}

TEST_F(ServerConfigTest, SaysWhichFileCannotBeRead) {
  folder_.Write("loop", "[include]\n\tpath = loop\n");
  const struct {
    const char* what;
    const char* config;
  } kCases[] = {
      {"no section", "a = b\n[x\n"},
      {"a wrong escape", "[a]\n\tb = \\q\n"},
      {"includes itself", "[include]\n\tpath = loop\n"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    folder_.Write("system", test.config);
    EXPECT_TRUE(Error().starts_with("reading '" + (folder_ / "system") + "': "))
        << Error();
  }
  std::filesystem::remove(folder_ / "system");
  std::filesystem::create_directory(folder_ / "system");
  EXPECT_EQ(Error(), "reading '" + (folder_ / "system") + "': it is no file");
}

TEST_F(ServerConfigTest, SaysThatTheRepositorysCannotBeRead) {
  WriteConfig("[a\n");
  EXPECT_NE(Error(), "no error");
  std::filesystem::remove_all(git_dir());
  EXPECT_NE(Error(), "no error");
}

}  // namespace
}  // namespace commitgate::testing
