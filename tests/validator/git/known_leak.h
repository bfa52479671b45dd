// SPDX-License-Identifier: MIT
#pragma once

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COMMITGATE_FINDS_LEAKS
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define COMMITGATE_FINDS_LEAKS
#endif

#ifdef COMMITGATE_FINDS_LEAKS
#include <sanitizer/lsan_interface.h>
#endif

namespace commitgate::testing {

/// libgit2 1.5 leaks what it matched with whenever a regular expression does
/// not match: in `:/text`, and in the configuration of a repository with
/// extensions.  What is allocated while one of these lives is no leak.
#ifdef COMMITGATE_FINDS_LEAKS
using KnownLeak = __lsan::ScopedDisabler;
#else
struct KnownLeak {
  KnownLeak() {}
};
#endif

}  // namespace commitgate::testing
