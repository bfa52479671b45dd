// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/hooks/setup/looked_at.h"

namespace commitgate::testing {
namespace {

std::string PolicyFor(const std::string& pushers,
                      const std::string& roster = "README.md") {
  return "[roster]\nsource = \"" + roster +
         "\"\n[groups]\nrobots = [\"r2\"]\n"
         "[[refs]]\nmatch = \"refs/heads/**\"\npushers = [" +
         pushers + "]\n";
}

class DiagnosePushersTest : public ::testing::Test {
 protected:
  DiagnosePushersTest() {
    repository_.Add("main", "doc: x", {},
                    {{"README.md", ReadmeOf({"ann"})},
                     {"nobody.md", "There is nobody.\n"}});
    repository_.SetRef("refs/heads/main", "main");
  }

  std::string Look(const std::string& policy) const {
    return LookAt(repository_, policy, DiagnosePushers);
  }

  ProjectRepository repository_;
};

TEST_F(DiagnosePushersTest, FindsThemInTheRoster) {
  EXPECT_EQ(Look(PolicyFor("\"@collaborators\"")), "ok: are in the roster\n");
}

TEST_F(DiagnosePushersTest, HasNothingToLookAtWhereTheRosterIsNotAsked) {
  EXPECT_EQ(Look(""), "");
  EXPECT_EQ(Look(PolicyFor("\"ann\", \"@robots\"")), "");
  EXPECT_EQ(Look(PolicyFor("")), "");
}

TEST_F(DiagnosePushersTest, FindsThatNobodyCanPush) {
  const std::string nobody =
      "problem: nobody can push to 'refs/heads/**': the roster has nobody in ";
  EXPECT_EQ(Look(PolicyFor("\"@collaborators\"", "REAMDE.md")),
            nobody + "'@collaborators'\n");
  EXPECT_EQ(Look(PolicyFor("\"@collaborators\"", "nobody.md")),
            nobody + "'@collaborators'\n");
  EXPECT_EQ(Look(PolicyFor("\"@tsc\", \"@triagers\"")),
            nobody + "'@tsc', '@triagers'\n");
}

TEST_F(DiagnosePushersTest, WarnsWhereOthersCanPush) {
  const std::string warning =
      "warning: the roster has nobody in '@tsc', who may push to "
      "'refs/heads/**'\n";
  EXPECT_EQ(Look(PolicyFor("\"@tsc\", \"ann\"")), warning);
  EXPECT_EQ(Look(PolicyFor("\"@tsc\", \"@robots\"")), warning);
  EXPECT_EQ(Look(PolicyFor("\"@tsc\", \"@collaborators\"")), warning);
}

}  // namespace
}  // namespace commitgate::testing
