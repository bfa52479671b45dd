// SPDX-License-Identifier: MIT
#include "validator/report/format.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

TEST(Formats, AreFoundByName) {
  for (const Format& format : Formats())
    EXPECT_EQ(FindFormat(format.name), &format);
  for (const char* name : {"", "Text", "json ", "xml"})
    EXPECT_EQ(FindFormat(name), nullptr) << name;
}

TEST(Formats, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Format& format : Formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_NE(format.summary, "") << format.name;
  }
  EXPECT_EQ(Formats().front().name, "text");
}

TEST(Formats, SendNothingOfACommitToTheTerminal) {
  for (const Format& format : Formats()) {
    SCOPED_TRACE(format.name);
    for (const std::string& text : HostileTexts()) {
      Verdict verdict =
          Found({{"alpha", Level::kError, {1, 1, 3}, text, text, text},
                 {"beta", Level::kWarning, {2, 1, 1}, text, text, text}});
      verdict.skipped.push_back({"landing", text});
      const std::string report = Report(
          format.name,
          {{text, text + "\n\n" + text + ": " + text, std::move(verdict)},
           {text, text, Failed(text)}});
      for (const char c : report)
        EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= ' ');
      for (const char* unsafe :
           {"\x7f", "\xc2\x9b", "\xc2\x85", "\xe2\x80\xae", "\xe2\x81\xa6",
            "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\x8b", "\xef\xbb\xbf",
            "\xf3\xa0\x81\x81", "\xff", "\xed\xa0\x80"})
        EXPECT_EQ(report.find(unsafe), report.npos) << report;
    }
  }
}

}  // namespace
}  // namespace commitgate::testing
