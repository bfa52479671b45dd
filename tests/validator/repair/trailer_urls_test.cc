// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(TrailerUrls, AreWrittenInFull) {
  constexpr RepairCase kCases[] = {
      {"a number", "doc: fix typo\n\nFixes: #12\n", "trailer-urls",
       "doc: fix typo\n\nFixes: https://github.com/nodejs/node/issues/12\n"},
      {"no blank behind the colon", "doc: fix typo\n\nFixes:#12\n",
       "trailer-urls",
       "doc: fix typo\n\nFixes: https://github.com/nodejs/node/issues/12\n"},
      {"another repository", "doc: fix typo\n\nRefs: libuv/libuv#12\n",
       "trailer-urls",
       "doc: fix typo\n\nRefs: https://github.com/libuv/libuv/issues/12\n"},
      {"a pull request", "doc: fix typo\n\nPR-URL: #12\n", "trailer-urls",
       "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/pull/12\n"},
      {"no TLS",
       "doc: fix typo\n\nPR-URL: http://github.com/nodejs/node/pull/12/files\n",
       "trailer-urls",
       "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/pull/12\n"},
      {"a full stop",
       "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/pull/12.\n",
       "trailer-urls",
       "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/pull/12\n"},
  };
  ExpectRepairs(kCases);
}

TEST(TrailerUrls, StayWhereMoreIsToBeKnown) {
  constexpr RepairCase kCases[] = {
      {"an issue for a pull request",
       "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/issues/12\n"},
      {"a pull request for an issue",
       "doc: fix typo\n\nFixes: https://github.com/nodejs/node/pull/12\n"},
      {"two URLs",
       "doc: fix typo\n\nFixes: https://github.com/nodejs/node/"
       "issues/1, https://github.com/nodejs/node/issues/2\n"},
      {"prose", "doc: fix typo\n\nFixes: the typo\n"},
      {"nothing", "doc: fix typo\n\nFixes:\n"},
      {"a folded value", "doc: fix typo\n\nFixes:\n #12\n"},
      {"a commit", "doc: fix typo\n\nFixes: 0123456789ab\n"},
  };
  ExpectRepairs(kCases);
}

TEST(TrailerUrls, StayWhereTheyAreTooLongToBeReported) {
  const std::string message =
      "doc: fix typo\n\nPR-URL: https://github.com/nodejs/node/pull/12/" +
      std::string(2'000, 'x') + "\n";
  EXPECT_EQ(Repair(message), "\n" + message);
}

}  // namespace
}  // namespace commitgate::testing
