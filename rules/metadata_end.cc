// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/message/why_stray.h"

namespace commitgate {
namespace {

/// Keys that drafts are judged for as well, by a rule for each.
constexpr std::string_view kJudgedAlone[] = {"Assisted-by", "Co-authored-by"};

bool IsJudgedHere(const Trailer& trailer) {
  for (const std::string_view key : kJudgedAlone) {
    if (EqualsIgnoringCase(trailer.key, key))
      return false;
  }
  return true;
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Message& message = context.message();
  const Trailer* first = nullptr;
  size_t count = 0;
  for (const Trailer& stray : message.stray) {
    if (!IsJudgedHere(stray))
      continue;
    if (count++ == 0)
      first = &stray;
  }
  if (!first)
    return;
  const int line = message.lines[first->first_line].number;
  const std::string what =
      count == 1 ? fmt::format("metadata on line {} is", line)
                 : fmt::format("{} lines of metadata from line {} on are",
                               count, line);
  reporter.Error({message.SpanOf(*first, first->key),
                  fmt::format("{} outside of the trailer block: {}", what,
                              WhyStray(message, *first)),
                  std::string(first->key)});
}

}  // namespace

constinit const Rule kMetadataEnd = {
    .id = "metadata-end",
    .summary = "all metadata stands in the trailer block at the end",
    .why =
        "Git looks for trailers in the last paragraph and nowhere else: what "
        "stands outside of it is lost to git log, to release tools and to "
        "GitHub.",
    .landing_only = true,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/12\n"
        "\n"
        "Reviewed-By: Ann Other <ann@example.com>",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/12\n"
        "Reviewed-By: Ann Other <ann@example.com>",
    .check = Check,
};

}  // namespace commitgate
