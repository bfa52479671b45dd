// SPDX-License-Identifier: MIT
#include "hooks/push/release_version.h"

#include <gtest/gtest.h>

#include <string>

#include "validator/message/message.h"

namespace commitgate {
namespace {

std::string Version(std::string_view title) {
  const Message message = MakeMessage(title);
  return std::string(VersionOf(message.title).value_or("none"));
}

std::string Line(std::string match, std::string_view ref) {
  const RefPattern pattern(std::move(match));
  return std::string(LineOf(pattern, ref).value_or("none"));
}

TEST(ReleaseVersion, StandsInTheTitle) {
  const struct {
    const char* title;
    const char* version;
  } kCases[] = {
      {"2018-10-30, Version 10.13.0 'Dubnium' (LTS)", "10.13.0"},
      {"2016-01-21 Version v0.12.10 (LTS)", "0.12.10"},
      {"2015.09.08, Version 4.0.0 (Stable) Release", "4.0.0"},
      {"meta: 2018-10-30, Version 10.13.0", "10.13.0"},
      {"Revert \"2018-10-30, Version 10.13.0\"", "10.13.0"},
      {"Working on v10.13.1", "10.13.1"},
      {"Now working on v0.11.4", "0.11.4"},
      {"working on v4", "4"},
      {"2018-10-30, Version 1 of Version 2", "1"},
      {"Working on v1 for Version 2", "1"},
      {"doc: tell of Version 10.13.0", "none"},
      {"2018-10-30, Version X", "none"},
      {"Working on 10.13.1", "none"},
      {"", "none"},
  };
  for (const auto& [title, version] : kCases)
    EXPECT_EQ(Version(title), version) << title;
}

TEST(ReleaseVersion, BelongsToALine) {
  const struct {
    const char* match;
    const char* ref;
    const char* line;
  } kCases[] = {
      {"refs/heads/v*.x", "refs/heads/v10.x", "10"},
      {"refs/heads/v*.x", "refs/heads/v0.12.x", "0.12"},
      {"refs/heads/v*.x-staging", "refs/heads/v8.x-staging", "8"},
      {"refs/heads/v**.x", "refs/heads/v8.x", "8"},
      {"refs/heads/v*.x", "refs/heads/v.x", "none"},
      {"refs/heads/v*.x", "refs/heads/v8..x", "none"},
      {"refs/heads/v*.x", "refs/heads/v.8.x", "none"},
      {"refs/heads/v*.x", "refs/heads/v8a.x", "none"},
      {"refs/heads/*", "refs/heads/v8.x", "none"},
      {"refs/heads/v*.*", "refs/heads/v8.1", "none"},
      {"refs/heads/v8.x", "refs/heads/v8.x", "none"},
      {"refs/heads/v*.x", "refs/heads/main", "none"},
  };
  for (const auto& [match, ref, line] : kCases)
    EXPECT_EQ(Line(match, ref), line) << match << ' ' << ref;
}

TEST(ReleaseVersion, IsOfItsOwnLineOnly) {
  EXPECT_TRUE(IsOfLine("10.13.0", "10"));
  EXPECT_TRUE(IsOfLine("10.13.0", "10.13"));
  for (const char* version : {"1.13.0", "100.1.0", "11.0.0", "10", "", "v10.1"})
    EXPECT_FALSE(IsOfLine(version, "10")) << version;
}

}  // namespace
}  // namespace commitgate
