// SPDX-License-Identifier: MIT
#include "validator/people/toml_owners.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

std::string Refusal(std::string_view toml) {
  try {
    ReadTomlOwners("owners.toml", toml);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(TomlOwners, AreRead) {
  const auto entries = ReadTomlOwners(
      "o",
      "\n[[owners]]\npaths = ['/a', 'b/']\nsubsystems = ['a', 'b']\n"
      "owners = ['@ann', '@o/t']\nnote = 'n'\n"
      "[[owners]]\nsubsystems = ['c']\nowners = ['a@x.y']\n");
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].patterns.size(), 2u);
  EXPECT_EQ(entries[0].subsystems, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(entries[0].owned_by, (OwnedBy{{"@ann", "@o/t"}, "n", 2}));
  EXPECT_EQ(entries[1].patterns.size(), 0u);
  EXPECT_EQ(entries[1].owned_by, (OwnedBy{{"a@x.y"}, "", 7}));
}

struct Case {
  const char* toml;
  const char* refusal;
};

TEST(TomlOwners, AreRefusedWithThePlace) {
  constexpr Case kCases[] = {
      {"owner = []", "1:1: unknown key 'owner', did you mean 'owners'?"},
      {"owners = 'ann'", "1:1: 'owners' is a string, wanted is '[[owners]]'"},
      {"[owners]", "1:2: 'owners' is a table, wanted is '[[owners]]'"},
      {"[[owners]]\npath = ['a']\nowners = ['@a']",
       "2:1: unknown key 'path', did you mean 'paths'?"},
      {"[[owners]]\npaths = ['a']",
       "1:1: an entry of 'owners' has no 'owners'"},
      {"[[owners]]\nowners = ['@a']",
       "1:1: an entry of 'owners' has neither 'paths' nor 'subsystems'"},
      {"[[owners]]\npaths = []\nowners = ['@a']",
       "1:1: an entry of 'owners' has neither 'paths' nor 'subsystems'"},
      {"[[owners]]\npaths = ['a']\nowners = []", "3:10: 'owners' lists nobody"},
      {"[[owners]]\npaths = ['a']\nowners = '@a'",
       "3:10: 'owners' is a string, a list is wanted"},
      {"[[owners]]\npaths = ['a']\nowners = ['@a', 'b']",
       "3:17: 'b' is no owner, wanted is '@login', '@organisation/team' or an "
       "address"},
      {"[[owners]]\npaths = ['a', 'b[c]']\nowners = ['@a']",
       "2:15: bad pattern 'b[c]': it has no ranges in brackets"},
      {"[[owners]]\nsubsystems = ['']\nowners = ['@a']",
       "2:15: 'subsystems' lists an empty name"},
      {"[[owners]]\npaths = ['a']\nowners = ['@a']\nnote = ''",
       "4:8: 'note' is empty"},
  };
  for (const auto& [toml, refusal] : kCases) {
    SCOPED_TRACE(toml);
    EXPECT_EQ(Refusal(toml), std::string("owners.toml:") + refusal);
  }
}

}  // namespace
}  // namespace commitgate
