// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/git/history.h"
#include "validator/error.h"
#include "validator/git/repository.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

constexpr char kName[] = "refs/commitgate/kept/7";

std::string KeepingError(const Repository& repository, const std::string& name,
                         const ObjectId& target) {
  try {
    repository.KeepRef(name, target);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(KeepRef, MakesARef) {
  const History history({{"a", 1}, {"b", 2, {"a"}}});
  const Repository repository = Repository::Open(history.path(), "");
  repository.KeepRef(kName, history.Id("a"));
  EXPECT_EQ(history.Git({"rev-parse", kName}), history.Id("a").Hex());
  EXPECT_EQ(repository.ReadRef(kName), history.Id("a"));
}

TEST(KeepRef, LeavesOneThatPointsThere) {
  const History history({{"a", 1}});
  const Repository repository = Repository::Open(history.path(), "");
  repository.KeepRef(kName, history.Id("a"));
  repository.KeepRef(kName, history.Id("a"));
  history.Git({"pack-refs", "--all"});
  repository.KeepRef(kName, history.Id("a"));
  EXPECT_EQ(repository.ReadRef(kName), history.Id("a"));
}

TEST(KeepRef, MovesNone) {
  const History history({{"a", 1}, {"b", 2, {"a"}}});
  const Repository repository = Repository::Open(history.path(), "");
  const std::string kError = "making ref 'refs/commitgate/kept/7' for " +
                             history.Id("b").Hex() +
                             ": it is there and points elsewhere";
  repository.KeepRef(kName, history.Id("a"));
  EXPECT_EQ(KeepingError(repository, kName, history.Id("b")), kError);
  history.Git({"pack-refs", "--all"});
  EXPECT_EQ(KeepingError(repository, kName, history.Id("b")), kError);
  EXPECT_EQ(repository.ReadRef(kName), history.Id("a"));
}

TEST(KeepRef, SaysWhyItCannot) {
  const History history({{"a", 1}});
  history.Git({"update-ref", "refs/commitgate/kept/8/x", "a"});
  history.Git({"update-ref", "refs/commitgate/file", "a"});
  const Repository repository = Repository::Open(history.path(), "");
  const ObjectId a = history.Id("a");
  const ObjectId missing = ObjectId::FromHex(std::string(40, '1')).value();
  EXPECT_EQ(KeepingError(repository, kName, missing),
            "making ref 'refs/commitgate/kept/7' for " + missing.Hex() +
                ": there is no such object");
  for (const char* name : {"", "HEAD", "kept/7", "refs/a..b", "refs/../x"})
    EXPECT_EQ(KeepingError(repository, name, a),
              "making ref '" + std::string(name) + "' for " + a.Hex() +
                  ": that is no name of a ref");
  EXPECT_NE(KeepingError(repository, "refs/commitgate/kept/8", a), "no error");
  EXPECT_NE(KeepingError(repository, "refs/commitgate/file/x", a), "no error");
}

TEST(KeepRef, KeepsNothingThatIsOnlyInQuarantine) {
  const History history({{"a", 1}});
  const TempDir quarantine;
  const std::string objects = history.path() + "/.git/objects";
  const ObjectId id = history.CommitInto(quarantine.path(), "a");
  const Repository repository = Repository::OpenForHook(
      history.path() + "/.git", {quarantine.path(), objects});
  EXPECT_FALSE(repository.ReadCommit(id).empty());
  EXPECT_EQ(KeepingError(repository, kName, id),
            "making ref 'refs/commitgate/kept/7' for " + id.Hex() +
                ": there is no such object");
  repository.KeepRef(kName, history.Id("a"));
  EXPECT_EQ(history.Git({"rev-parse", kName}), history.Id("a").Hex());
}

TEST(KeepRef, LetsThoseInWhoMayWriteToRefs) {
  const History history({{"a", 1}});
  const std::string refs = history.path() + "/.git/refs";
  fs::permissions(refs, fs::perms(0770));
  Repository::Open(history.path(), "").KeepRef(kName, history.Id("a"));
  for (const char* folder : {"/commitgate", "/commitgate/kept"})
    EXPECT_EQ(fs::status(refs + folder).permissions() & fs::perms(0070),
              fs::perms(0070));
}

}  // namespace
}  // namespace commitgate::testing
