// SPDX-License-Identifier: MIT
#include "validator/message/backport.h"

#include <string>

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

bool IsOne(const std::string& trailers) {
  return IsBackport(MakeMessage("a: b\n\n" + trailers));
}

TEST(Backport, NamesAPullRequest) {
  for (const char* const trailers :
       {"Backport-PR-URL: https://github.com/nodejs/node/pull/12\n",
        "backport-pr-url: https://github.com/nodejs/node/pull/12/\n",
        "Backport-PR-URL: http://github.com/nodejs/node/pull/12\n",
        "Backport-PR-URL: none\n"
        "Backport-PR-URL: https://github.com/nodejs/node/pull/12\n"}) {
    SCOPED_TRACE(trailers);
    EXPECT_TRUE(IsOne(trailers));
  }
}

TEST(Backport, OfNothingIsNone) {
  for (const char* const trailers :
       {"", "Backport-PR-URL:\n", "Backport-PR-URL: none\n",
        "Backport-PR-URL: x\n", "Backport-PR-URL: #12\n",
        "Backport-PR-URL: nodejs/node#12\n",
        "Backport-PR-URL: https://github.com/nodejs/node/issues/12\n",
        "Backport-PR-URL: https://github.com/nodejs/node/pull/\n",
        "Backport-PR-URL: https://github.com/nodejs/node/pull/none\n",
        "Backport-PR-URL: https://example.com/nodejs/node/pull/12\n",
        "Backport-PR-URL: see https://github.com/nodejs/node/pull/12\n",
        "PR-URL: https://github.com/nodejs/node/pull/12\n"}) {
    SCOPED_TRACE(trailers);
    EXPECT_FALSE(IsOne(trailers));
  }
  EXPECT_FALSE(IsBackport(MakeMessage("")));
}

}  // namespace
}  // namespace commitgate::testing
