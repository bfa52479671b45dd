// SPDX-License-Identifier: MIT
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

Lines Judge(std::string_view title, std::string_view body) {
  return Complaints(kReleaseNotes,
                    std::string(title) + "\n\n" + std::string(body));
}

constexpr std::string_view kMinor = "* (SEMVER-MINOR) fs: add x";
constexpr std::string_view kMajor = "* (SEMVER-MAJOR) fs: drop x";

TEST(ReleaseNotes, ListWhatTheVersionAllows) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows = {
      {"2018-11-30, Version 10.14.1 'Dubnium' (LTS)", "* fs: x"},
      {"2018-11-27, Version 10.14.0 'Dubnium' (LTS)", kMinor},
      {"2018-10-23, Version 11.0.0 (Current)", kMinor},
      {"2018-10-23, Version 11.0.0 (Current)", kMajor},
      {"2018-10-23, Version v11.0.0 (Current)", kMajor},
      {"2015-09-08, Version 4.00.000 (Stable)", kMajor},
  };
  for (const auto& [title, body] : rows) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title, body), Lines{});
  }
}

TEST(ReleaseNotes, OfAPatchListNothingMinor) {
  for (const std::string_view title : {
           "2018-11-30, Version 10.14.1 'Dubnium' (LTS)",
           "2018-11-30, Version v10.14.1 (LTS)",
           "2018-11-30, Version 10.14.1",
           "2018.11.30, Version 10.14.1 (LTS)",
           "meta: 2018-11-30, Version 10.14.1 (LTS)",
       }) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title, kMinor),
              Lines{"3:3+14: error: version 10.14.1 is a patch release, a "
                    "minor one is wanted [(SEMVER-MINOR)]"});
  }
}

TEST(ReleaseNotes, OfLessThanAMajorReleaseListNothingMajor) {
  EXPECT_EQ(Judge("2018-11-30, Version 10.14.1 (LTS)", kMajor),
            Lines{"3:3+14: error: version 10.14.1 is a patch release, a major "
                  "one is wanted [(SEMVER-MAJOR)]"});
  EXPECT_EQ(Judge("2018-11-30, Version 10.14.0 (LTS)", kMajor),
            Lines{"3:3+14: error: version 10.14.0 is a minor release, a major "
                  "one is wanted [(SEMVER-MAJOR)]"});
}

TEST(ReleaseNotes, AreJudgedLineByLine) {
  EXPECT_EQ(Judge("2018-11-30, Version 10.14.1 (LTS)",
                  "* **fs**:\n  - (SEMVER-MINOR) x\n  - (SEMVER-MAJOR) y"),
            (Lines{"4:5+14: error: version 10.14.1 is a patch release, a minor "
                   "one is wanted [(SEMVER-MINOR)]",
                   "5:5+14: error: version 10.14.1 is a patch release, a major "
                   "one is wanted [(SEMVER-MAJOR)]"}));
}

TEST(ReleaseNotes, OfASecurityReleaseMayHaveTo) {
  EXPECT_EQ(Judge("2018-11-30, Version 10.14.1 (LTS)",
                  "This is a security release.\n\n* (SEMVER-MAJOR) x"),
            Lines{"5:3+14: warning: version 10.14.1 is a patch release, a "
                  "major one is wanted [(SEMVER-MAJOR)]"});
}

TEST(ReleaseNotes, SpeakOfSemverInOtherWords) {
  EXPECT_EQ(Judge("2018-11-30, Version 10.14.1 (LTS)",
                  "No semver-minor changes, no SEMVER-MAJOR ones (semver-major)"
                  "\n(SEMVER-PATCH) SEMVER-MINOR)"),
            Lines{});
}

TEST(ReleaseNotes, AreThoseOfReleasesOnly) {
  for (const std::string_view title : {
           "",
           "doc: fix 2018-11-30, Version 10.14.1",
           "Working on v10.14.1",
           "Revert \"2018-11-30, Version 10.14.1 (LTS)\"",
           "2018-11-30, Version 10.14",
           "2018-11-30, Version 10.14.x",
           "2018-11-30, Version 0.12.1 (Stable)",
           "2018-11-30, version 10.14.1",
           "2018-11-30, Version  10.14.1",
           "2018-11-30 10.14.1",
       }) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title, kMinor), Lines{});
  }
}

TEST(ReleaseNotes, OfManyDigitsAreRead) {
  const std::string zeros(100'000, '0');
  EXPECT_EQ(Judge("2018-11-30, Version 1" + zeros + '.' + zeros + '.' + zeros,
                  kMajor),
            Lines{});
  EXPECT_EQ(Judge("2018-11-30, Version 1.0." + zeros + '1', kMajor).size(), 1u);
}

}  // namespace
}  // namespace commitgate::testing
