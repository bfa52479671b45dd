// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/hooks/setup/looked_at.h"

namespace commitgate::testing {
namespace {

TEST(DiagnoseIdentity, NamesTheRulesAtErrorThatAreSkipped) {
  const ProjectRepository repository;
  const struct {
    const char* level;
    const char* found;
  } kRows[] = {
      {"error",
       "problem: commitgate.identity is not set: everybody is nobody, and the "
       "policy asks who pushes; these rules are skipped: 'lander-reviewed'\n"},
      {"warning",
       "warning: commitgate.identity is not set: the ledger will not know who "
       "pushed\n"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.level);
    EXPECT_EQ(LookAt(repository,
                     std::string("[rules]\nlander-reviewed = \"") + row.level +
                         "\"\n",
                     DiagnoseIdentity),
              row.found);
  }
}

}  // namespace
}  // namespace commitgate::testing
