// SPDX-License-Identifier: MIT
#include "validator/people/code_owners.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

using Lines = std::vector<std::string>;

/// Each line as `number: owners`.
Lines Read(std::string_view text) {
  Lines lines;
  for (const OwnersEntry& entry : ReadCodeOwners("CODEOWNERS", text)) {
    std::string line = std::to_string(entry.owned_by.line) + ":";
    for (const std::string& owner : entry.owned_by.owners)
      line += " " + owner;
    lines.push_back(line);
  }
  return lines;
}

std::string Refusal(std::string_view text) {
  try {
    Read(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(CodeOwners, AreLinesOfAPatternAndOwners) {
  EXPECT_EQ(Read("# a comment\n"
                 "\n"
                 "*.js @ann @nodejs/js\t a@x.y\r\n"
                 "   \t\n"
                 "  /docs/ @bo # an inline comment @cy\n"
                 "/free/ #@nobody\n"
                 "/also-free/\n"),
            (Lines{"3: @ann @nodejs/js a@x.y", "5: @bo", "6:", "7:"}));
}

TEST(CodeOwners, BeginBehindAByteOrderMark) {
  const auto entries = ReadCodeOwners("C", "\uFEFF/lib/ @ann\n");
  ASSERT_EQ(entries.size(), 1u);
  MatchingEffort effort;
  EXPECT_TRUE(entries[0].patterns[0].Matches(SplitPath("lib/a"), effort));
}

TEST(CodeOwners, HaveBlanksInPatternsBehindABackslash) {
  const auto entries = ReadCodeOwners("C", "my\\ docs/ @ann\n\\\\ @bo");
  ASSERT_EQ(entries.size(), 2u);
  MatchingEffort effort;
  EXPECT_TRUE(entries[0].patterns[0].Matches(SplitPath("my docs/a"), effort));
  EXPECT_TRUE(entries[1].patterns[0].Matches(SplitPath("\\"), effort));
  EXPECT_EQ(entries[0].owned_by, (OwnedBy{{"@ann"}, "", 1}));
}

struct Case {
  const char* line;
  const char* refusal;
};

TEST(CodeOwners, AreRefusedWithTheLine) {
  constexpr Case kCases[] = {
      {"[Docs]", "sections are not supported"},
      {"[Docs][2] @ann", "sections are not supported"},
      {"^[Docs] @ann", "sections are not supported"},
      {"!docs @ann", "bad pattern '!docs': '!' takes nothing back"},
      {"a[bc] @ann", "bad pattern 'a[bc]': it has no ranges in brackets"},
      {"\\#a @ann", "no pattern begins with '#'"},
      {"a\\", "bad pattern 'a\\': nothing follows the last backslash"},
      {"* ann",
       "'ann' is no owner, wanted is '@login', '@organisation/team' or an "
       "address"},
      {"* @ann, @bo",
       "'@ann,' is no owner, wanted is '@login', '@organisation/team' or an "
       "address"},
      {"a b @ann",
       "'b' is no owner, wanted is '@login', '@organisation/team' or an "
       "address"},
      {"* \x1b[31m",
       "'\\x1b[31m' is no owner, wanted is '@login', '@organisation/team' or "
       "an address"},
  };
  for (const auto& [line, refusal] : kCases)
    EXPECT_EQ(Refusal("* @ann\n\n" + std::string(line) + "\n* @bo\n"),
              std::string("CODEOWNERS:3: ") + refusal);
}

}  // namespace
}  // namespace commitgate
