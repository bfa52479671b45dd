// SPDX-License-Identifier: MIT
#include "validator/message/commit_reference.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

/// Everything that was made out, in one line.
std::string Show(std::string_view text) {
  const auto commit = ParseCommitReference(text);
  if (!commit)
    return "none";
  constexpr const char* kFaults[] = {"fine", "no subject", "short"};
  std::string shown = kFaults[static_cast<int>(commit->fault)];
  for (const std::string_view part :
       {commit->url, commit->hash, commit->subject})
    shown.append("|").append(part);
  return shown;
}

TEST(CommitReference, IsTakenApart) {
  const std::string sha256(64, 'a');
  const struct {
    std::string text;
    std::string shown;
  } kCases[] = {
      {"0123456789ab (\"doc: fix typo\")", "fine||0123456789ab|doc: fix typo"},
      {"0123456789AB \"doc: fix typo\"", "fine||0123456789AB|doc: fix typo"},
      {"0123456789ab  (\"Revert \"doc: x\"\")",
       "fine||0123456789ab|Revert \"doc: x\""},
      {sha256 + " \"x\"", "fine||" + sha256 + "|x"},
      {"https://example.com/x 0123456789ab \"x\"",
       "fine|https://example.com/x|0123456789ab|x"},
      {"0123456789a (\"x\")", "short||0123456789a|x"},
      {"0123456 (\"x\")", "short||0123456|x"},
      {"0123456789ab", "no subject||0123456789ab|"},
      {"0123456789ab \"\"", "no subject||0123456789ab|"},
      {"0123456789ab (\" \")", "no subject||0123456789ab| "},
      {"https://example.com/x 0123456",
       "no subject|https://example.com/x|0123456|"},
  };
  for (const auto& [text, shown] : kCases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Show(text), shown);
  }
}

TEST(CommitHash, IsSevenToSixtyFourHexadecimalDigits) {
  for (const std::string& text :
       {std::string("0123456"), std::string("9abcdefABCDEF"),
        std::string(40, 'a'), std::string(64, '0')})
    EXPECT_TRUE(IsCommitHash(text)) << text;
  for (const std::string& text :
       {std::string(), std::string("012345"), std::string(65, 'a'),
        std::string("0123456g"), std::string(" 0123456"),
        std::string("0x123456")})
    EXPECT_FALSE(IsCommitHash(text)) << text;
}

TEST(CommitReference, IsNotSeenInOtherTexts) {
  for (const std::string& text :
       {std::string(), std::string("012345 (\"x\")"),
        std::string("0123456g (\"x\")"), std::string(65, 'a') + " (\"x\")",
        std::string("0123456789ab (x)"), std::string("0123456789ab x"),
        std::string("0123456789ab (\"x\""), std::string("0123456789ab \"x"),
        std::string("0123456789ab \"x\")"), std::string("0123456789ab ("),
        std::string("0123456789ab \""), std::string("0123456789ab(\"x\")"),
        std::string("commit 0123456789ab \"x\""), std::string("\"x\""),
        std::string("https://example.com/x"),
        std::string("https://example.com/x \"x\"")}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Show(text), "none");
  }
}

}  // namespace
}  // namespace commitgate
