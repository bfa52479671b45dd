// SPDX-License-Identifier: MIT
#include "validator/engine/place_on_branch.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(ParsePlaceOnBranch, TakesABranchByEitherName) {
  const PlaceOnBranch place{"refs/heads/main", "doc/README.md"};
  EXPECT_EQ(ParsePlaceOnBranch("main:doc/README.md"), place);
  EXPECT_EQ(ParsePlaceOnBranch("refs/heads/main:doc/README.md"), place);
  EXPECT_EQ(ParsePlaceOnBranch("v10.x:a:b"),
            (PlaceOnBranch{"refs/heads/v10.x", "a:b"}));
  EXPECT_EQ(ParsePlaceOnBranch("upstream/main:a"),
            (PlaceOnBranch{"refs/heads/upstream/main", "a"}));
}

TEST(ParsePlaceOnBranch, TakesNothingThatCouldBeAnother) {
  for (const char* name :
       {"", ":", "README.md", "main:", ":README.md", "HEAD:a", "heads/main:a",
        "tags/v1:a", "remotes/x:a", "refs/tags/v1:a", "main~1:a", "@{0}:a",
        "a b:a", "main:/a", "main:./a", "main:../a", "main:a/",
        "main:a/../b"}) {
    SCOPED_TRACE(name);
    EXPECT_EQ(ParsePlaceOnBranch(name), std::nullopt);
  }
}

}  // namespace
}  // namespace commitgate
