// SPDX-License-Identifier: MIT
#include "validator/repair/html_text.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Links = std::vector<HtmlLink>;

TEST(ReadHtml, LeavesTheText) {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  for (const auto& [html, text] : {
           Case{"", ""},
           Case{"a b\n", "a b\n"},
           Case{"<p>a<br>\nb</p>", "a\nb"},
           Case{"a<!-- <b> --->b", "ab"},
           Case{"a<!-- b", "a"},
           Case{"a<b title=\"x>y\">c</b>", "ac"},
           Case{"a<b title='x>y' hidden>c", "ac"},
           Case{"a<b title=\"x", "a"},
           Case{"a<b", "a"},
           Case{"1 < 2 <3", "1 < 2 "},
           Case{"a<", "a<"},
           Case{"&lt;b&gt;&amp;lt;&quot;&apos;&#39;", "<b>&lt;\"''"},
           Case{"a&nbsp;b\xc2\xa0"
                "c&#160;d&#xA0;e",
                "a b c d e"},
           Case{"&#233;&#xE9;&#x1F600;", "éé\xF0\x9F\x98\x80"},
           Case{"&no; & &; &#; &#x; &#0; &#xD800; &#99999999; &#-1; &#1a;",
                "&no; & &; &#; &#x; &#0; &#xD800; &#99999999; &#-1; &#1a;"},
           Case{"&amp", "&amp"},
       }) {
    SCOPED_TRACE(html);
    EXPECT_EQ(ReadHtml(html).text, text);
  }
}

TEST(ReadHtml, FindsLinks) {
  const HtmlText html = ReadHtml(
      "<p>a <a class=\"x\" href=\"https://x.y/?a&amp;b\">#<b>1</b></a> b\n"
      "<A HREF = 'https://z'>c</A> <a name=d>d</a> <a href=e href=f>g<a>h");
  EXPECT_EQ(html.text, "a #1 b\nc d gh");
  EXPECT_EQ(html.links, (Links{{"#1", "https://x.y/?a&b"},
                               {"c", "https://z"},
                               {"d", ""},
                               {"g", "e"},
                               {"h", ""}}));
}

TEST(ReadHtml, TakesOtherElementsForNoLinks) {
  EXPECT_EQ(
      ReadHtml("<abbr href=x>a</abbr><!a href=x></a>b<link href=x>").links,
      Links{});
  EXPECT_EQ(ReadHtml("<a data-href=x>a</a>").links, (Links{{"a", ""}}));
}

TEST(ReadHtml, TakesLinearTime) {
  constexpr size_t kMany = 50'000;
  for (const std::string_view piece : {"<a href=", "<", "<!--", "<!-- -->", "&",
                                       "&#", "<a ", "<a x='", "\""}) {
    std::string html;
    while (html.size() < kMany * piece.size())
      html += piece;
    EXPECT_LE(ReadHtml(html).text.size(), html.size());
  }
}

}  // namespace
}  // namespace commitgate
