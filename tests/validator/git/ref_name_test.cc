// SPDX-License-Identifier: MIT
#include "validator/git/ref_name.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/process.h"

namespace commitgate::testing {
namespace {

/// What `git check-ref-format` says of each name: y or n.
std::string AskGit(const std::vector<std::string>& names) {
  std::vector<std::string> command{
      "sh", "-c",
      "for name; do git check-ref-format \"$name\" && printf y || printf n; "
      "done",
      "sh"};
  command.insert(command.end(), names.begin(), names.end());
  return Run(command).out;
}

void ExpectAsGit(const std::vector<std::string>& names) {
  const std::string answers = AskGit(names);
  ASSERT_EQ(answers.size(), names.size());
  for (size_t i = 0; i < names.size(); ++i)
    EXPECT_EQ(IsRefName(names[i]), answers[i] == 'y') << names[i];
}

TEST(RefName, IsWhatGitTakes) {
  ExpectAsGit({
      "refs/heads/main",
      "refs/heads/a/b/c",
      "refs/a",
      "refs/heads/-",
      "refs/heads/@",
      "refs/heads/@/x",
      "refs/heads/a@b",
      "refs/heads/a@",
      "refs/heads/@{",
      "refs/heads/{@}",
      "refs/heads/@a{",
      "refs/heads/a@{1}",
      "refs/heads/caf\xc3\xa9",
      "refs/heads/\xff\xfe",
      "refs/heads/a.",
      "refs/heads/a./b",
      "refs/heads/.a",
      "refs/heads/a/.b",
      "refs/heads/a..b",
      "refs/heads/a.b.c",
      "refs/heads/..",
      "refs/heads/.",
      "refs/heads/a.lock",
      "refs/heads/a.lock/b",
      "refs/heads/a.lockb",
      "refs/heads/.lock",
      "refs/heads/lock",
      "refs/heads/a.LOCK",
      "refs/heads//a",
      "refs/heads/a/",
      "refs/heads/a//",
      "refs//heads/a",
      "refs/",
      "refs//",
      "refs/heads/HEAD",
      "refs/heads/$(x)",
      "refs/heads/a;b|c&d",
      "refs/heads/'\"`",
      "refs/heads/a\nb",
      "refs/heads/a\rb",
      "refs/heads/a\x1b[31mb",
      "refs/.lock/a",
      "refs/a.lock/b.",
  });
}

TEST(RefName, HasNoByteThatGitRefuses) {
  std::vector<std::string> names;
  for (int byte = 1; byte < 256; ++byte)
    names.push_back("refs/heads/a" + std::string(1, char(byte)) + "b");
  ExpectAsGit(names);
}

TEST(RefName, HasItsBytesWhereGitTakesThem) {
  const std::string kName = "refs/h/a@b";
  std::vector<std::string> names;
  for (size_t place = 5; place <= kName.size(); ++place)
    for (const char byte : std::string("./@{ ~^:?*[\\\x7f\x01-"))
      names.push_back(std::string(kName).insert(place, 1, byte));
  ExpectAsGit(names);
}

TEST(RefName, BeginsWithRefs) {
  for (const char* name :
       {"", "refs", "HEAD", "heads/main", "main", "ref/heads/main",
        "Refs/heads/main", "/refs/heads/main", " refs/heads/main",
        "refsheads/main", "@", "."})
    EXPECT_FALSE(IsRefName(name)) << name;
}

TEST(RefName, HasNoNul) {
  EXPECT_FALSE(IsRefName(std::string_view("refs/heads/a\0b", 14)));
  EXPECT_FALSE(IsRefName(std::string_view("refs/heads/a\0", 13)));
}

TEST(RefName, HasComponentsThatAFileSystemTakes) {
  const std::string longest(255, 'a');
  EXPECT_TRUE(IsRefName("refs/" + longest));
  EXPECT_TRUE(IsRefName("refs/" + longest + "/" + longest));
  EXPECT_FALSE(IsRefName("refs/" + longest + "a"));
  EXPECT_FALSE(IsRefName("refs/" + longest + "a/b"));
  EXPECT_FALSE(IsRefName("refs/a/" + std::string(1'000'000, 'b')));
}

}  // namespace
}  // namespace commitgate::testing
