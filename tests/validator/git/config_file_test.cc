// SPDX-License-Identifier: MIT
#include "validator/git/config_file.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/git/known_leak.h"
#include "validator/error.h"
#include "validator/git/git2_config.h"

namespace commitgate::testing {
namespace {

using std::string_literals::operator""s;

const std::string kPlain[] = {
    "",
    "\n\n",
    "# comment\n; comment\n",
    "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n",
    "[Commitgate]\n\tIdentity = Gitolite\n\tPolicy = refs/meta:Gate.toml\n",
    "[a \"B c\"]\n\tD = 1\n[a \"b C\"]\n\td = 2\n[A]\n\td = 3\n",
    "[a \"q\\\"u\\\\o\"]\n\tb = 1\n",
    "[a \"]#;\"]\n\tb = 1\n",
    "[a\t \"x\"] b = 1\n",
    "[a]\n\tb = one\n\tb = two\n[c]\n\td\n\te =\n[a]\n\tb = three\n",
    "[a]\n\tb = \"  kept  \"  ; comment\n\tc = x   y # comment\n",
    "[a]\n\tc = t\\tb\\\\s\\nq\\\"z\n\td = \"a;#b\"\n",
    "[a] b = same line\n",
    "[a] # comment\n\tb   =   \n\tc-9 = -\n",
    "[1-x]\n\tb\n",
    "[a]\n\tb = no end",
    "[a]\n\tb",
    "[a]",
    "[remote \"origin\"]\n\turl = https://example.com/a.git\n"
    "\tfetch = +refs/heads/*:refs/remotes/origin/*\n",
    "[a]\n\tb = caf\xc3\xa9 \xff\n[a \"\xff\"]\n\tb = 1\n",
};

const std::string kNotPlain[] = {
    "a = b\n",
    "[a\n",
    "[]\n\tb = 1\n",
    "[a]]\n",
    "[a] [b]\n",
    "[a.b]\n\tc = 1\n",
    "[a \"\"]\n\tb = 1\n",
    "[a\"x\"]\n\tb = 1\n",
    "[a x]\n\tb = 1\n",
    "[a \"x]\n\tb = 1\n",
    "[a \"x\\\"]\n\tb = 1\n",
    "[a \"x\" ]\n\tb = 1\n",
    "[a ]\n\tb = 1\n",
    "[ a]\n\tb = 1\n",
    "[a_b]\n\tc = 1\n",
    "[caf\xc3\xa9]\n\tc = 1\n",
    "[a]\n\t1 = 1\n",
    "[a]\n\t= 1\n",
    "[a]\n\tb_c = 1\n",
    "[a]\n\tb # comment\n",
    "[a]\n\tb c\n",
    "[a]\n\tb = one \\\n  two\n",
    "[a]\n\tb = \"open\n",
    "[a]\n\tb = \\q\n",
    "[a]\r\n\tb = 1\r\n",
    "[a]\n\tb = 1\v\n",
    "[a]\n\tb = x\0y\n"s,
    "\xef\xbb\xbf[a]\n\tb = 1\n",
    "[include]\n\tpath = more\n",
    "[Include]\n\tpath = more\n",
    "[includeIf \"gitdir:x\"]\n\tpath = more\n",
    "[extensions]\n\tobjectFormat = sha256\n",
    "[EXTENSIONS]\n\tnoop\n",
};

class PlainConfigTest : public ::testing::Test {
 protected:
  /// What git says; nothing where it cannot read the file.
  std::optional<std::string> OfGit(const std::string& content) const {
    const Result run =
        testing::Run({"git", "config", "--file", "-", "-z", "--list"},
                     {.directory = folder_.path(), .input = content});
    if (run.status != 0)
      return std::nullopt;
    return run.out;
  }

  std::optional<std::string> OfGit2(const std::string& content) const {
    const std::string path = folder_.Write("config", content);
    try {
      return ListConfigByGit2(path, nullptr);
    } catch (const Error&) {
      return std::nullopt;
    }
  }

 private:
  const KnownLeak in_libgit2_;
  TempDir folder_;
};

TEST_F(PlainConfigTest, IsWhatGitLists) {
  for (const std::string& content : kPlain) {
    SCOPED_TRACE(content);
    const auto list = ListPlainConfig(content);
    EXPECT_NE(list, std::nullopt);
    EXPECT_EQ(list, OfGit(content));
    EXPECT_EQ(list, OfGit2(content));
  }
}

TEST_F(PlainConfigTest, IsNoneOfWhatIsBrokenOrUnusual) {
  for (const std::string& content : kNotPlain)
    EXPECT_EQ(ListPlainConfig(content), std::nullopt) << content;
}

/// A piece of one of the texts, or a character that means something.
std::string Piece(std::mt19937_64& random) {
  static const std::string kCharacters[] = {
      "\"", "\\", "#", ";", "[", "]", "=",  " ",    "\t",
      "\n", ".",  "a", "1", "-", "_", "\r", "\xff", "\\\n",
  };
  if (random() % 2 == 0)
    return kCharacters[random() % std::size(kCharacters)];
  const std::string& text = kPlain[random() % std::size(kPlain)];
  return text.substr(random() % (text.size() + 1), random() % 12);
}

std::string Mutated(std::mt19937_64& random) {
  std::string text = kPlain[random() % std::size(kPlain)];
  for (uint64_t changes = 1 + random() % 3; changes > 0; --changes)
    text.replace(random() % (text.size() + 1), random() % 3, Piece(random));
  return text;
}

TEST_F(PlainConfigTest, IsWhatOthersReadInWhateverIsPlain) {
  constexpr int kRounds = 4000;
  constexpr int kRoundsOfGit = 150;
  std::mt19937_64 random(20240229);
  int plain = 0;
  for (int round = 0; round < kRounds; ++round) {
    const std::string content = Mutated(random);
    const auto list = ListPlainConfig(content);
    if (!list)
      continue;
    ASSERT_EQ(list, OfGit2(content)) << content;
    if (++plain <= kRoundsOfGit) {
      ASSERT_EQ(list, OfGit(content)) << content;
    }
  }
  EXPECT_GT(plain, kRounds / 10);
}

}  // namespace
}  // namespace commitgate::testing
