// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

TEST(LineAfterTitle, BlankLineIsAccepted) {
  const struct {
    const char* what;
    const char* message;
  } kCases[] = {
      {"no message", ""},
      {"only a title", "doc: x"},
      {"only a title and its line feed", "doc: x\n"},
      {"a body", "doc: x\n\nbody"},
      {"blanks", "doc: x\n \t \nbody"},
      {"carriage returns", "doc: x\r\n\r\nbody\r\n"},
      {"two blank lines", "doc: x\n\n\nbody"},
      {"blank lines before the title", "\n\ndoc: x\n\nbody"},
  };
  for (const auto& [what, message] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Complaints(kLineAfterTitle, message), Lines{});
  }
}

TEST(LineAfterTitle, TextIsRefused) {
  const struct {
    const char* what;
    const char* message;
    const char* place;
  } kCases[] = {
      {"text", "doc: x\nbody\n\nmore", "2:1+4"},
      {"indented text", "doc: x\n  body", "2:1+6"},
      {"wide text", "doc: x\n文字", "2:1+4"},
      {"a trailer", "doc: x\nFixes: #1", "2:1+9"},
      {"an odd blank", "doc: x\n\u00a0\nbody", "2:1+1"},
      {"text after blank lines and a title", "\n\ndoc: x\nbody", "2:1+4"},
  };
  for (const auto& [what, message, place] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Complaints(kLineAfterTitle, message),
              Lines{std::string(place) +
                    ": error: line after the title is not blank, which makes "
                    "it part of the title"});
  }
}

}  // namespace
}  // namespace commitgate::testing
