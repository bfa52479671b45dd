// SPDX-License-Identifier: MIT
#include "hooks/push/served.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using testing::Git;
using testing::TempDir;

std::string Complaint(Environment::Values values) {
  try {
    const Served served = Served::OfHook(Environment(std::move(values)));
    return "serves by " + served.policy.policy.name;
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Served, IsTheRepositoryThatGitNames) {
  const TempDir server;
  Git(server.path(), {"init", "--quiet", "--bare"});
  Git(server.path(), {"config", "commitgate.policy", "core-validate-commit"});
  EXPECT_EQ(Complaint({{"GIT_DIR", server.path()}}),
            "serves by core-validate-commit");
}

TEST(Served, IsRefusedWhereGitDoesNotNameIt) {
  EXPECT_EQ(Complaint({}), "GIT_DIR is not set: a server's hook is run by git");
  EXPECT_EQ(Complaint({{"GIT_DIR", ""}}),
            "GIT_DIR is not set: a server's hook is run by git");
}

TEST(Served, IsRefusedInANamespace) {
  const TempDir server;
  Git(server.path(), {"init", "--quiet", "--bare"});
  EXPECT_EQ(Complaint({{"GIT_DIR", server.path()}, {"GIT_NAMESPACE", "x"}}),
            "GIT_NAMESPACE is set: refs of namespaces cannot be guarded");
}

}  // namespace
}  // namespace commitgate
