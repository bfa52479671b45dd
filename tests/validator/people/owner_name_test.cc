// SPDX-License-Identifier: MIT
#include "validator/people/owner_name.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(OwnerName, IsALoginATeamOrAnAddress) {
  for (const std::string_view name :
       {"@ann", "@ann-lee", "@a_b.c", "@nodejs/fs", "@nodejs/v8-inspector",
        "a@x.y", "a+b@localhost"})
    EXPECT_TRUE(IsOwnerName(name)) << name;
}

TEST(OwnerName, IsNothingElse) {
  for (const std::string_view name :
       {"", "@", "ann", "@/", "@nodejs/", "@/fs", "@nodejs/fs/x", "@@ann",
        "@a b", "@ann,", "@\xc3\xa9", "@a\x1b", "a@", "a@b@c", "a b@x.y",
        "<a@x.y>", "nodejs/fs"})
    EXPECT_FALSE(IsOwnerName(name)) << name;
}

}  // namespace
}  // namespace commitgate
