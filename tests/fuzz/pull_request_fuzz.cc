// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "validator/error.h"
#include "validator/repair/landing_metadata.h"
#include "validator/repair/pull_request.h"

using namespace commitgate;

/// Any text is refused, or becomes trailers that are seen as they were written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  LinksOfHtml(text);
  LinksOfText(text, "a/b");
  try {
    const PullRequest read = ReadPullRequest(text);
    const auto trailers = WithMetadata({}, {.pr_url = read.url,
                                            .fixes = read.links.fixes,
                                            .refs = read.links.refs,
                                            .reviewers = read.approvers});
    const std::string message = WithTrailers(MakeMessage("s\n"), trailers);
    if (TrailersOf(MakeMessage(message)) != trailers)
      std::abort();
  } catch (const Error&) {
  }
  return 0;
}
