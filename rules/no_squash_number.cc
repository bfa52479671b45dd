// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "rules/catalog.h"

namespace commitgate {
namespace {

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Title& title = context.message().title;
  if (title.squash_number.empty())
    return;
  const std::string_view line = title.line.text;
  const std::string_view number = Trim(title.squash_number);
  const size_t kept = title.squash_number.data() - line.data();
  reporter.Error(
      {SpanOf(title.line, number),
       fmt::format("title ends with '{}' as the web interface merges, the "
                   "number belongs into PR-URL",
                   number),
       std::string(line), std::string(TrimEnd(line.substr(0, kept)))});
}

}  // namespace

constinit const Rule kNoSquashNumber = {
    .id = "no-squash-number",
    .summary = "the title does not end with the number of a pull request",
    .why =
        "Such a title comes from the merge button of the web interface, which "
        "adds none of the metadata that the Collaborator Guide requires.",
    .landing_only = true,
    .rejected = "doc: fix a typo (#123)",
    .repaired =
        "doc: fix a typo\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/123\n"
        "Reviewed-By: A Reviewer <reviewer@example.com>",
    .check = Check,
};

}  // namespace commitgate
