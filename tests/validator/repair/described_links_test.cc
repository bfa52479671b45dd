// SPDX-License-Identifier: MIT
#include "validator/repair/described_links.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Urls = std::vector<std::string>;

constexpr char kOne[] =
    "<a href=\"https://github.com/nodejs/node/issues/1\">#1</a>";
constexpr char kTwo[] =
    "<a href=\"https://github.com/nodejs/node/pull/2\">nodejs/node#2</a>";

TEST(LinksOfHtml, AreThoseBehindWordsThatClose) {
  for (const std::string word :
       {"Fix", "fixes", "FIXED", "Close", "closes", "Closed", "Resolve",
        "resolves", "Resolved", "prefix", "(Fixes", "Fixes\n ", "Fixes\t"}) {
    SCOPED_TRACE(word);
    EXPECT_EQ(
        LinksOfHtml("<p>" + word + ": " + kOne + "</p>"),
        (DescribedLinks{{"https://github.com/nodejs/node/issues/1"}, {}}));
  }
}

TEST(LinksOfHtml, AreThoseBehindWordsThatRefer) {
  for (const std::string word : {"Ref", "Refs", "refs", "href"}) {
    SCOPED_TRACE(word);
    EXPECT_EQ(LinksOfHtml("<p>" + word + ":" + kTwo + "</p>"),
              (DescribedLinks{{}, {"https://github.com/nodejs/node/pull/2"}}));
  }
}

TEST(LinksOfHtml, AreNoOthers) {
  const std::string one = kOne;
  for (const std::string& html :
       {"Fixes " + one, "Fixing: " + one, "See: " + one, "Fixes: see " + one,
        "Fixes: " + one + ".", std::string("Fixes: #1"), std::string("Fixes:"),
        std::string("Fixes: "), "PR-URL: " + one,
        std::string("Fixes: <a href=\"javascript:x\">#1</a>"),
        std::string("Fixes: <a href=\"https://x&#10;y\">#1</a>"),
        std::string("Fixes: <a>#1</a>")}) {
    SCOPED_TRACE(html);
    EXPECT_EQ(LinksOfHtml(html), DescribedLinks{});
  }
}

TEST(LinksOfHtml, StandOnce) {
  const std::string one = kOne;
  const std::string two = kTwo;
  EXPECT_EQ(LinksOfHtml("Fixes: " + one + "\nRefs: " + two + "\nFixes: " + two +
                        "\nCloses: " + one + "\nRefs: " + two),
            (DescribedLinks{{"https://github.com/nodejs/node/issues/1",
                             "https://github.com/nodejs/node/pull/2"},
                            {"https://github.com/nodejs/node/pull/2"}}));
}

TEST(LinksOfText, AreMadeUrls) {
  EXPECT_EQ(LinksOfText("Fixes: #1\nFixes: v8/v8#2, x\nCloses: http://"
                        "github.com/a/b/issues/3\nRefs: https://x.y/z\n"
                        "Refs: 4 Refs: v8",
                        "nodejs/node"),
            (DescribedLinks{
                {"https://github.com/nodejs/node/issues/1",
                 "https://github.com/a/b/issues/3"},
                {"https://x.y/z", "https://github.com/nodejs/node/issues/4"}}));
}

TEST(LinksOfText, TakesLinearTime) {
  constexpr int kMany = 50'000;
  for (const std::string_view piece :
       {"Fixes:", ":", " ", "Fixes: #", "   :"}) {
    std::string text;
    for (int i = 0; i < kMany; ++i)
      text.append(piece).append(piece == "Fixes: #" ? std::to_string(i) : "");
    EXPECT_LE(LinksOfText(text, "a/b").fixes.size(), size_t{kMany});
  }
}

}  // namespace
}  // namespace commitgate
