// SPDX-License-Identifier: MIT
#include "validator/git/loose_ids.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

class LooseIdsTest : public ::testing::Test {
 protected:
  void Put(const std::string& path) const {
    fs::create_directories((fs::path(folder_.path()) / path).parent_path());
    std::ofstream(folder_ / path) << "object";
  }

  bool Add(const std::string& prefix, FoundIds& found) const {
    return AddLooseIds(folder_.path(), *IdRange::OfPrefix(prefix), found);
  }

  TempDir folder_;
};

const std::string kRest(36, '0');

TEST_F(LooseIdsTest, AddsWhatBeginsSo) {
  Put("ab/cd" + kRest);
  Put("ab/ce" + kRest);
  Put("ac/cd" + kRest);
  FoundIds found{.most = 10, .ids = {}};
  EXPECT_TRUE(Add("abcd", found));
  EXPECT_EQ(found.ids, std::vector{*ObjectId::FromHex("abcd" + kRest)});
}

TEST_F(LooseIdsTest, PassesOverWhatIsNoObject) {
  Put("ab/tmp_obj_cd1234");
  Put("ab/cd" + kRest + "0");
  FoundIds found{.most = 10, .ids = {}};
  EXPECT_TRUE(Add("ab", found));
  EXPECT_TRUE(Add("cdef", found));
  EXPECT_TRUE(found.ids.empty());
}

TEST_F(LooseIdsTest, StopsWhereThereAreTooMany) {
  Put("ab/cd" + kRest);
  Put("ab/ce" + kRest);
  Put("ab/cf" + kRest);
  FoundIds found{.most = 2, .ids = {}};
  EXPECT_TRUE(Add("ab", found));
  EXPECT_EQ(found.ids.size(), 2U);
}

TEST_F(LooseIdsTest, SaysWhereAFolderCannotBeRead) {
  Put("ab");
  FoundIds found{.most = 10, .ids = {}};
  EXPECT_FALSE(Add("abcd", found));
}

}  // namespace
}  // namespace commitgate::testing
