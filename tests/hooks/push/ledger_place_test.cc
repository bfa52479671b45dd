// SPDX-License-Identifier: MIT
#include "hooks/push/ledger_place.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

/// The permissions of the ledger's folder, as others than the owner have them,
/// where core.sharedRepository is set so.
fs::perms SharedBy(const std::string& list) {
  const TempDir folder;
  OpenLedger(folder.path(), GitConfig::Parse(list));
  return fs::status(folder / "commitgate").permissions() & fs::perms(077);
}

TEST(LedgerPlace, IsInTheRepository) {
  EXPECT_EQ(LedgerPath("/srv/r.git/"), "/srv/r.git/commitgate/ledger.sqlite3");
  EXPECT_EQ(LedgerPath("/srv/r.git"), "/srv/r.git/commitgate/ledger.sqlite3");
  EXPECT_EQ(LedgerPath("."), "./commitgate/ledger.sqlite3");
  const TempDir folder;
  OpenLedger(folder.path(), {});
  EXPECT_TRUE(fs::exists(LedgerPath(folder.path())));
}

TEST(LedgerPlace, IsOpenAsTheRepositoryIs) {
  const struct {
    const char* value;
    bool group;
    bool others;
  } kCases[] = {
      {"umask", false, false}, {"false", false, false},
      {"no", false, false},    {"0", false, false},
      {"", false, false},      {"group", true, false},
      {"true", true, false},   {"yes", true, false},
      {"1", true, false},      {"all", true, true},
      {"world", true, true},   {"everybody", true, true},
      {"2", true, true},       {"0660", true, false},
      {"0666", true, true},    {"0600", false, false},
      {"0640", true, false},   {"0664", true, true},
      {"660", true, false},    {"666", true, true},
      {"01", true, false},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.value);
    const fs::perms perms =
        SharedBy(std::string("core.sharedrepository\n") + test.value);
    EXPECT_EQ((perms & fs::perms(070)) != fs::perms::none, test.group);
    EXPECT_EQ((perms & fs::perms(007)) != fs::perms::none, test.others);
  }
  EXPECT_EQ(SharedBy(""), fs::perms::none);
  EXPECT_NE(SharedBy("core.sharedrepository"), fs::perms::none);
}

TEST(LedgerPlace, IsRefusedWhereGitWouldNotKnow) {
  for (const char* value :
       {"some", "0999", "0660 ", "\x1b", "0060", "3", "Group", "ALL", " group"})
    EXPECT_THROW(SharedBy(std::string("core.sharedrepository\n") + value),
                 Error)
        << value;
}

}  // namespace
}  // namespace commitgate::testing
