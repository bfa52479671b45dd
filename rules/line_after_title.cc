// SPDX-License-Identifier: MIT
#include "rules/catalog.h"

namespace commitgate {
namespace {

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const auto& lines = context.message().lines;
  if (lines.size() < 2 || lines[1].text.empty())
    return;
  reporter.Error({SpanOf(lines[1], lines[1].text),
                  "line after the title is not blank, which makes it part of "
                  "the title"});
}

}  // namespace

constinit const Rule kLineAfterTitle = {
    .id = "line-after-title",
    .summary = "a blank line follows the title",
    .why =
        "The contributing guide asks for it.  Git takes the whole first "
        "paragraph as the title, so that logs would show both lines as one.",
    .rejected =
        "doc: explain how long titles are told\n"
        "Columns are counted, not bytes.",
    .repaired =
        "doc: explain how long titles are told\n"
        "\n"
        "Columns are counted, not bytes.",
    .check = Check,
};

}  // namespace commitgate
