// SPDX-License-Identifier: MIT
#include "validator/message/release_title.h"

#include <gtest/gtest.h>

#include <string>

#include "validator/message/message.h"

namespace commitgate {
namespace {

/// What the title tells, in words.
std::string Read(std::string_view title) {
  const Message message = MakeMessage(title);
  const auto release = ReadReleaseTitle(message.title);
  if (!release)
    return "none";
  return std::string(release->version) + (release->is_begun ? " begun" : "");
}

TEST(ReleaseTitle, TellsTheVersion) {
  const struct {
    const char* title;
    const char* told;
  } kCases[] = {
      {"2018-10-30, Version 10.13.0 'Dubnium' (LTS)", "10.13.0"},
      {"2016-01-21 Version v0.12.10 (LTS)", "0.12.10"},
      {"2015.09.08, Version 4.0.0 (Stable) Release", "4.0.0"},
      {"meta: 2018-10-30, Version 10.13.0", "10.13.0"},
      {"Revert \"2018-10-30, Version 10.13.0\"", "10.13.0"},
      {"2018-10-30, Version 10.13.0-rc.1", "10.13.0"},
      {"2018-10-30, Version 1 of Version 2", "1"},
      {"2018-10-30, Version 1, working on 2", "1"},
      {"Working on v10.13.1", "10.13.1 begun"},
      {"Now working on v0.11.4", "0.11.4 begun"},
      {"working on v4", "4 begun"},
      {"Working on v1 for Version 2", "1 begun"},
  };
  for (const auto& [title, told] : kCases)
    EXPECT_EQ(Read(title), told) << title;
}

TEST(ReleaseTitle, IsThatOfAReleaseOnly) {
  for (const char* const title :
       {"", "doc: tell of Version 10.13.0", "2018-10-30, Version X",
        "2018-10-30, version 1.0.0", "Working on 10.13.1",
        "doc: say 2018-10-30, Version 1.0.0"})
    EXPECT_EQ(Read(title), "none") << title;
}

}  // namespace
}  // namespace commitgate
