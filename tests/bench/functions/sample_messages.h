// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate::bench {

/// A commit object as most of them are, with a message that passes.
inline constexpr std::string_view kUsualObject =
    "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
    "parent 5f2e3b1c0d9a8e7f6a5b4c3d2e1f0a9b8c7d6e5f\n"
    "author Anna Example <anna@example.com> 1543221111 +0100\n"
    "committer Bert Example <bert@example.com> 1543222222 -0800\n"
    "\n"
    "lib: keep the order of events\n"
    "\n"
    "The order was lost where two of them came at once, since the list was\n"
    "sorted by a key that both have.  It is sorted by the time they came\n"
    "now, and by the key only where that is the same.\n"
    "\n"
    "PR-URL: https://github.com/nodejs/node/pull/24650\n"
    "Fixes: https://github.com/nodejs/node/issues/24649\n"
    "Reviewed-By: Anna Example <anna@example.com>\n"
    "Reviewed-By: Bert Example <bert@example.com>\n"
    "Reviewed-By: Carl Example <carl@example.com>\n";

inline constexpr std::string_view kUsualMessage =
    kUsualObject.substr(kUsualObject.find("\n\n") + 2);

/// One that breaks many rules.
inline constexpr std::string_view kBadMessage =
    "Docs: Explain the metadata that each and every commit needs to land.\n"
    "The second line should have been blank.\n"
    "\n"
    "PR-URL: #24651\n"
    "Fixes: 24649\n"
    "\n"
    "Reviewed-By: Anna Example <anna@example.com\n";

}  // namespace commitgate::bench
