// SPDX-License-Identifier: MIT
#include "validator/message/stray.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "validator/message/message.h"

namespace commitgate {
namespace {

using Strings = std::vector<std::string>;

/// Stray metadata as "line: key=value".
Strings Stray(std::string_view text) {
  const Message message = MakeMessage(text);
  Strings shown;
  for (const Trailer& trailer : message.stray)
    shown.push_back(std::to_string(message.lines[trailer.first_line].number) +
                    ": " + std::string(trailer.key) + "=" +
                    std::string(trailer.value));
  return shown;
}

/// What is stray of `line` when prose follows it.
Strings StrayLine(const std::string& line) {
  return Stray("doc: fix\n\n" + line + "\n\nprose\n");
}

TEST(StrayMetadata, StandsOutsideOfTheBlock) {
  EXPECT_EQ(Stray("doc: fix\n\nPR-URL: x\n\nReviewed-By: A\n"),
            Strings{"3: PR-URL=x"});
  EXPECT_EQ(Stray("doc: fix\n\nPR-URL: x\nprose\nReviewed-By: A\n"),
            (Strings{"3: PR-URL=x", "5: Reviewed-By=A"}));
  EXPECT_EQ(Stray("doc: fix\nPR-URL: x\n\nbody\n"), Strings{"2: PR-URL=x"})
      << "below the title without a blank line";
  EXPECT_EQ(Stray("doc: fix\n\nPR-URL: x\nReviewed-By: A\n"), Strings());
  EXPECT_EQ(Stray("PR-URL: x\n\nbody\n"), Strings()) << "the title";
}

TEST(StrayMetadata, HasAKnownKey) {
  for (const std::string_view key : MetadataKeys()) {
    const std::string line = std::string(key) + ": https://x.y/1";
    EXPECT_EQ(StrayLine(line),
              Strings{"3: " + std::string(key) + "=https://x.y/1"});
  }
  EXPECT_EQ(StrayLine("reviewed-BY :A"), Strings{"3: reviewed-BY=A"});
  EXPECT_EQ(StrayLine("PR-URL:"), Strings{"3: PR-URL="});
}

TEST(StrayMetadata, IsNoProse) {
  for (const std::string line :
       {"Note: this", "Example: https://x.y", "PR-URLs: x", "See: #1",
        " PR-URL: x", "\tReviewed-By: A", "> Reviewed-By: A", "Reviewed By: A",
        "# PR-URL: x", "PR-URL x", "Link: https://x.y", "https://x.y"}) {
    EXPECT_EQ(StrayLine(line), Strings()) << line;
  }
}

TEST(StrayMetadata, NamesSomethingWhereItsKeyIsAWord) {
  for (const std::string value :
       {"https://x.y", "HTTP://x.y", "<https://x.y>", "www.x.y", "#1",
        "#1, and more", "nodejs/node#1", "nodejs/nodejs.org#1", "0123abc",
        "0123ABCDEF (\"doc: fix\")",
        "0123456789abcdef0123456789abcdef01234567"}) {
    EXPECT_EQ(StrayLine("Fixes: " + value), Strings{"3: Fixes=" + value});
    EXPECT_EQ(StrayLine("refs: " + value), Strings{"3: refs=" + value});
  }
  for (const std::string value :
       {"", "the crash when it starts", "#", "#x", "#: 1", "a#1", "/b#1",
        "a/b#", "a/b/c#1", "://x", "abc", "feedbacks", "0123abx", "0123ab",
        "http, not https"}) {
    EXPECT_EQ(StrayLine("Fixes: " + value), Strings()) << value;
    EXPECT_EQ(StrayLine("Refs: " + value), Strings()) << value;
  }
}

TEST(StrayMetadata, IsNotCode) {
  EXPECT_EQ(Stray("s\n\n```\nPR-URL: x\n```\nPR-URL: y\n\nprose\n"),
            Strings{"6: PR-URL=y"});
  EXPECT_EQ(Stray("s\n\n```text\nPR-URL: x\n\n```\n\n```\nPR-URL: z\n```\n"),
            Strings());
  EXPECT_EQ(Stray("s\n\n```\nPR-URL: x\n\nprose\n"), Strings{"4: PR-URL=x"})
      << "a fence that is never closed";
  EXPECT_EQ(Stray("s\n\n```a``` x\nPR-URL: x\n```b```\n\nprose\n"),
            Strings{"4: PR-URL=x"})
      << "code within lines";
}

TEST(StrayMetadata, IsNotUnfolded) {
  EXPECT_EQ(Stray("s\n\nRefs: #1\n  and #2\n\nprose\n"), Strings{"3: Refs=#1"});
}

TEST(StrayMetadata, IsReadBehindANul) {
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(Stray("s\n\nbody\0\n\nPR-URL: x\n"sv), Strings{"5: PR-URL=x"});
}

}  // namespace
}  // namespace commitgate
