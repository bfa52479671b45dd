// SPDX-License-Identifier: MIT
#include "validator/repair/landing_metadata.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

using Trailers = std::vector<TrailerText>;

TEST(WithMetadata, WritesWhatLandedCommitsHave) {
  EXPECT_EQ(WithMetadata({}, {.pr_url = "https://x.y/pull/1",
                              .backport_pr_url = "https://x.y/pull/2",
                              .fixes = {"https://x.y/3", "https://x.y/4"},
                              .refs = {"https://x.y/5"},
                              .reviewers = {{"A <a@b.c>", "D É <d@e.f>"}}}),
            (Trailers{{"PR-URL", "https://x.y/pull/1"},
                      {"Backport-PR-URL", "https://x.y/pull/2"},
                      {"Fixes", "https://x.y/3"},
                      {"Fixes", "https://x.y/4"},
                      {"Refs", "https://x.y/5"},
                      {"Reviewed-By", "A <a@b.c>"},
                      {"Reviewed-By", "D É <d@e.f>"}}));
}

TEST(WithMetadata, MergesWhatAMessageHas) {
  struct Case {
    std::string_view what;
    Trailers own;
    LandingMetadata metadata;
    Trailers merged;
  };
  for (const auto& [what, own, metadata, merged] : {
           Case{"other trailers come first",
                {{"Co-authored-by", "A <a@b.c>"}, {"Signed-off-by", "x"}},
                {.pr_url = "u"},
                {{"Co-authored-by", "A <a@b.c>"},
                 {"Signed-off-by", "x"},
                 {"PR-URL", "u"}}},
           Case{"the pull request is replaced",
                {{"pr-url", "a"}, {"Backport-PR-URL", "b"}},
                {.pr_url = "u"},
                {{"PR-URL", "u"}}},
           Case{"a backport keeps the first pull request",
                {{"PR-URL", "a"},
                 {"Backport-PR-URL", "b"},
                 {"Reviewed-By", "r"}},
                {.backport_pr_url = "u"},
                {{"PR-URL", "a"},
                 {"Backport-PR-URL", "u"},
                 {"Reviewed-By", "r"}}},
           Case{"reviewers are replaced",
                {{"Reviewed-By", "a"}, {"reviewed-by", "b"}},
                {.reviewers = {{"c"}}},
                {{"Reviewed-By", "c"}}},
           Case{"nobody has reviewed",
                {{"Reviewed-By", "a"}},
                {.reviewers = std::vector<std::string>()},
                {}},
           Case{"what is not said stays",
                {{"Reviewed-By", "a"}, {"PR-URL", "u"}},
                {.fixes = {"f"}},
                {{"PR-URL", "u"}, {"Fixes", "f"}, {"Reviewed-By", "a"}}},
           Case{"what is fixed is added to",
                {{"Fixes", "a"}, {"Refs", "b"}},
                {.fixes = {"c"}, .refs = {"d"}},
                {{"Fixes", "a"}, {"Fixes", "c"}, {"Refs", "b"}, {"Refs", "d"}}},
           Case{"no line is there twice, whatever its case",
                {{"fixes", "HTTPS://x.y"}, {"K", "v"}, {"K", "v"}},
                {.fixes = {"https://x.y", "z", "z"}},
                {{"K", "v"}, {"fixes", "HTTPS://x.y"}, {"Fixes", "z"}}},
           Case{"no pull request refers to itself",
                {},
                {.pr_url = "u", .refs = {"u", "v"}},
                {{"PR-URL", "u"}, {"Refs", "v"}}},
           Case{"nothing is asked for", {{"K", "v"}}, {}, {{"K", "v"}}},
       }) {
    SCOPED_TRACE(what);
    EXPECT_EQ(WithMetadata(own, metadata), merged);
  }
}

TEST(WithMetadata, RefusesWhatCouldBecomeALineOfItsOwn) {
  for (const std::string value :
       {"", " u", "u\t", "u\nReviewed-By: a", "u\r", "u\x1b[2J", "u\xff",
        "u\xe2\x80\xae", "u\xe2\x80\xa8v"}) {
    SCOPED_TRACE(value);
    EXPECT_THROW(WithMetadata({}, {.fixes = {value}}), Error);
    EXPECT_THROW(WithMetadata({}, {.reviewers = {{value}}}), Error);
  }
  EXPECT_THROW(WithMetadata({}, {.pr_url = "u\nv"}), Error);
  EXPECT_THROW(WithMetadata({}, {.backport_pr_url = "u\nv"}), Error);
  EXPECT_THROW(WithMetadata({}, {.refs = {"u\nv"}}), Error);
}

TEST(WithMetadata, SaysWhichValueIsRefused) {
  try {
    WithMetadata({}, {.refs = {"u\nv"}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "Refs cannot be 'u\\nv': it has characters that no line of "
                 "metadata can hold");
  }
}

}  // namespace
}  // namespace commitgate
