// SPDX-License-Identifier: MIT
#include "validator/message/web_url.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(WebUrl, IsHttpOrHttpsWithAHost) {
  for (const std::string_view text :
       {"http://a", "https://a", "HTTPS://A", "https://a.b/c?d=e#f",
        "https://[::1]/x", "https://xn--e/(x)", "https://\xc3\xa9.org/",
        "https://a/b,c", "https://a:80/"}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(IsWebUrl(text));
  }
}

TEST(WebUrl, IsNothingElse) {
  for (const std::string_view text : {"",
                                      "http",
                                      "http:",
                                      "http://",
                                      "https://",
                                      "https:///a",
                                      "https://?a",
                                      "https://#a",
                                      "https://:80",
                                      "https://.",
                                      "ftp://a",
                                      "mailto:a@b.c",
                                      "//a",
                                      "www.a.b",
                                      "a.b",
                                      " https://a",
                                      "https://a b",
                                      "https://a\tb",
                                      "<https://a>",
                                      "https://a>",
                                      "https://a\"",
                                      "see https://a",
                                      "https://a\x7f"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(IsWebUrl(text));
  }
}

TEST(UrlList, HoldsSeveralUrlsAndNothingElse) {
  for (const std::string_view text :
       {"https://a https://b", "https://a, https://b", "https://a,\thttps://b",
        "https://a,https://b", "https://a; https://b;", "#1, #2", "#1 and #2",
        "a/b#1 & https://c", "GH-1 GH-2", "https://a and https://b, #3"}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(IsUrlList(text));
  }
}

TEST(UrlList, IsNoSingleUrlAndNoProse) {
  for (const std::string_view text :
       {"", ",", "and", "https://a", "https://a,", "https://a/b,1",
        "https://a (https://b)", "see https://a https://b", "1, 2",
        "https://a or https://b", "#1, x"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(IsUrlList(text));
  }
}

}  // namespace
}  // namespace commitgate
