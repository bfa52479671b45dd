// SPDX-License-Identifier: MIT
#include "validator/git/open_file.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

TEST(OpenFile, ReadsAllThatIsNotTooLong) {
  const TempDir folder;
  folder.Write("file", "0123456789");
  folder.Write("empty", "");
  const OpenFile file(folder / "file");
  EXPECT_EQ(file.ReadAll(11), "0123456789");
  EXPECT_EQ(file.ReadAll(10), "0123456789");
  EXPECT_EQ(file.ReadAll(9), std::nullopt);
  EXPECT_EQ(OpenFile(folder / "empty").ReadAll(0), "");
}

TEST(OpenFile, ReadsTheStartOfWhatIsLong) {
  const TempDir folder;
  folder.Write("file", "0123456789");
  const OpenFile file(folder / "file");
  EXPECT_EQ(file.ReadStart(0), "");
  EXPECT_EQ(file.ReadStart(9), "012345678");
  EXPECT_EQ(file.ReadStart(11), "0123456789");
}

TEST(OpenFile, ReadsNothingThatIsNoFile) {
  const TempDir folder;
  for (const std::string& path : {folder / "none", folder.path()}) {
    EXPECT_EQ(OpenFile(path).ReadAll(1 << 20), std::nullopt) << path;
    EXPECT_EQ(OpenFile(path).ReadStart(1 << 20), std::nullopt) << path;
  }
}

TEST(OpenFile, ReadsNothingOfWhatWasCutOffMeanwhile) {
  const TempDir folder;
  folder.Write("file", "0123456789");
  const OpenFile file(folder / "file");
  folder.Write("file", "01234");
  EXPECT_EQ(file.ReadAll(10), std::nullopt);
  EXPECT_EQ(file.ReadStart(6), std::nullopt);
  EXPECT_EQ(file.ReadStart(5), "01234");
}

}  // namespace
}  // namespace commitgate::testing
