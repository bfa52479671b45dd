// SPDX-License-Identifier: MIT
#include "validator/people/path_pattern.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::Result;
using testing::Run;
using testing::TempDir;

bool Matches(std::string_view pattern, std::string_view path) {
  MatchingEffort effort;
  return PathPattern(pattern).Matches(SplitPath(path), effort);
}

/// Whether git would ignore a path, or a folder that it is in.
class Oracle {
 public:
  Oracle() { testing::Git(repository_.path(), {"init", "--quiet"}); }

  bool Matches(std::string_view pattern, const std::string& path) {
    repository_.Write(".git/info/exclude", pattern);
    const Result result =
        Run({"git", "check-ignore", "--no-index", "--quiet", "--", path},
            {.directory = repository_.path()});
    EXPECT_LT(result.status, 2) << result.err;
    return result.status == 0;
  }

 private:
  TempDir repository_;
};

struct Case {
  const char* pattern;
  std::vector<const char*> matched;
  std::vector<const char*> others;
};

const std::vector<Case>& Cases() {
  static const std::vector<Case> kCases = {
      {"*", {"a", "a/b", ".x", "a/.b/c"}, {}},
      {"**", {"a", "a/b"}, {}},
      {"*.js", {"a.js", "lib/a.js", ".js", "a.js/b"}, {"a.jsx", "js", "a/js"}},
      {"lib", {"lib", "lib/a", "x/lib", "x/lib/a/b"}, {"libs/a", "a.lib"}},
      {"lib/", {"lib/a", "x/lib/a", "lib/a/b"}, {"lib", "x/lib", "a"}},
      {"/lib", {"lib", "lib/a", "lib/a/b"}, {"x/lib", "x/lib/a"}},
      {"/lib/", {"lib/a", "lib/a/b"}, {"lib", "x/lib/a"}},
      {"lib/fs", {"lib/fs", "lib/fs/a"}, {"x/lib/fs", "lib/fs.js", "fs"}},
      {"lib/fs.js", {"lib/fs.js"}, {"lib/fsxjs", "lib/fs", "a/lib/fs.js"}},
      {"lib/**", {"lib/a", "lib/a/b"}, {"lib", "x/lib/a"}},
      {"**/lib", {"lib", "a/lib", "a/b/lib", "a/lib/b"}, {"alib"}},
      {"**/lib/", {"lib/a", "a/lib/b"}, {"lib", "a/lib"}},
      {"a/**/b", {"a/b", "a/x/b", "a/x/y/b", "a/b/c"}, {"a", "ab", "x/a/b"}},
      {"/a*b", {"ab", "axxb", "ab/c"}, {"a/b", "abc", "x/ab"}},
      {"src/node_*.h", {"src/node_api.h"}, {"src/node.h", "src/x/node_a.h"}},
      {"a**b", {"ab", "axb", "x/axyb"}, {"a/b", "a/x/b"}},
      {"a?c", {"abc", "a.c", "x/abc"}, {"ac", "abbc", "a/c"}},
      {"?", {"a", "a/b", "ab/c"}, {"ab", "ab/cd"}},
      {"*a*b*", {"ab", "xaxbx", "aabb"}, {"ba", "a/b"}},
      {"a\\ b", {"a b", "x/a b"}, {"ab", "a\\ b"}},
      {"\\*", {"*", "x/*"}, {"a"}},
      {"\\!a", {"!a"}, {"a"}},
      {"\\a", {"a"}, {"\\a"}},
      {"A", {"A"}, {"a"}},
      {"\xc3\xa9*", {"\xc3\xa9t\xc3\xa9"}, {"e"}},
  };
  return kCases;
}

TEST(PathPattern, MatchesAsGitDoes) {
  Oracle git;
  for (const auto& [pattern, matched, others] : Cases()) {
    SCOPED_TRACE(pattern);
    EXPECT_EQ(WhyNoPathPattern(pattern), "");
    for (const char* const path : matched) {
      EXPECT_TRUE(Matches(pattern, path)) << path;
      EXPECT_TRUE(git.Matches(pattern, path)) << path;
    }
    for (const char* const path : others) {
      EXPECT_FALSE(Matches(pattern, path)) << path;
      EXPECT_FALSE(git.Matches(pattern, path)) << path;
    }
  }
}

// GitHub differs from git there.
TEST(PathPattern, MatchesAFolderAloneWhereItEndsWithAStar) {
  for (const std::string_view pattern : {"docs/*", "/docs/*"}) {
    EXPECT_TRUE(Matches(pattern, "docs/a.md"));
    EXPECT_FALSE(Matches(pattern, "docs/api/a.md"));
    EXPECT_FALSE(Matches(pattern, "x/docs/a.md"));
    EXPECT_FALSE(Matches(pattern, "docs"));
  }
  EXPECT_TRUE(Matches("/*", "a"));
  EXPECT_FALSE(Matches("/*", "a/b"));
  EXPECT_TRUE(Matches("docs/*.d", "docs/a.d/b"));
}

std::string Random(std::mt19937& random, std::string_view characters,
                   int longest) {
  std::string text;
  for (int left = 1 + static_cast<int>(random() % longest); left > 0; --left)
    text += characters[random() % characters.size()];
  return text;
}

/// One that git and GitHub understand alike.
bool IsComparable(const std::string& pattern) {
  return WhyNoPathPattern(pattern).empty() && !pattern.ends_with("/*");
}

TEST(PathPattern, MatchesAsGitDoesWhateverThePattern) {
  Oracle git;
  std::mt19937 random;
  int matched = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string pattern = Random(random, "aab**/?", 7);
    const std::string path = Random(random, "aab/", 6);
    if (!IsComparable(pattern) || !WhyNoPathPattern(path).empty() ||
        path.starts_with('/') || path.ends_with('/'))
      continue;
    const bool matches = Matches(pattern, path);
    ASSERT_EQ(matches, git.Matches(pattern, path)) << pattern << " " << path;
    matched += matches ? 1 : 0;
  }
  EXPECT_GT(matched, 20);
}

TEST(PathPattern, IsMatchedInBoundedTime) {
  std::string pattern;
  std::string path;
  for (int i = 0; i < 500; ++i) {
    pattern += "**/*a*a*a*b/";
    path += "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/";
  }
  EXPECT_FALSE(Matches(pattern + "x", path + "y"));
}

struct Refused {
  const char* pattern;
  const char* why;
};

TEST(PathPattern, IsRefusedWithTheReason) {
  constexpr std::string_view kEmptyPart =
      "no path has an empty part, '.' or '..'";
  constexpr Refused kRefused[] = {
      {"", "it is empty"},
      {"!a", "'!' takes nothing back"},
      {"a[bc]", "it has no ranges in brackets"},
      {"a]", "it has no ranges in brackets"},
      {"a\\\\[", "it has no ranges in brackets"},
      {"a/***/b", "three stars in a row mean nothing"},
      {"a\\", "nothing follows the last backslash"},
      {"a\\\\\\", "nothing follows the last backslash"},
  };
  for (const auto& [pattern, why] : kRefused)
    EXPECT_EQ(WhyNoPathPattern(pattern), why) << pattern;
  for (const std::string_view pattern :
       {"a\\/b", "\\/a", "a\\/", "a/b\\/c/d", "\\\\\\/a", "**\\/a"})
    EXPECT_EQ(WhyNoPathPattern(pattern), "a slash cannot be escaped")
        << pattern;
  for (const std::string_view pattern :
       {"/", "//", "//a", "a//", "a//b", "./a", "a/./b", "../a", "a/..", "."})
    EXPECT_EQ(WhyNoPathPattern(pattern), kEmptyPart) << pattern;
}

TEST(PathPattern, MayHaveWhatIsEscaped) {
  for (const std::string_view pattern :
       {"a\\[b", "a\\\\", "a\\\\/b", "...", "a/.b"})
    EXPECT_EQ(WhyNoPathPattern(pattern), "") << pattern;
}

}  // namespace
}  // namespace commitgate
