// SPDX-License-Identifier: MIT
#include "validator/git/first_parent.h"

#include <gtest/gtest.h>

#include <string>

#include "validator/error.h"

namespace commitgate {
namespace {

const std::string kTree = "tree " + std::string(40, '0') + "\n";
const std::string kOne(40, '1');
const std::string kTwo(40, '2');

TEST(FirstParent, IsTheOneThatComesFirst) {
  EXPECT_EQ(FirstParent(kTree + "\nroot\n"), std::nullopt);
  EXPECT_EQ(FirstParent(kTree + "parent " + kOne + "\n\nx\n"),
            ObjectId::FromHex(kOne));
  EXPECT_EQ(FirstParent(kTree + "parent " + kTwo + "\nparent " + kOne + "\n\n"),
            ObjectId::FromHex(kTwo));
}

TEST(FirstParent, IsNotGuessed) {
  for (const std::string& object :
       {kTree + "parent x\n\n", kTree + "parent " + kOne + "0\n\n",
        kTree + "parent " + kOne + "\nparent " + kOne.substr(1) + "\n\n",
        kTree + "parent " + kOne + "\nparent " + std::string(64, '1') + "\n"}) {
    SCOPED_TRACE(object);
    EXPECT_THROW(FirstParent(object), Error);
  }
}

}  // namespace
}  // namespace commitgate
