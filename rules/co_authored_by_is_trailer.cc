// SPDX-License-Identifier: MIT
#include "rules/catalog.h"
#include "validator/message/why_stray.h"

namespace commitgate {
namespace {

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Message& message = context.message();
  if (const Trailer* stray = FirstStray(message, "Co-authored-by"))
    reporter.Error({message.SpanOf(*stray, stray->key),
                    "Co-authored-by is outside of the trailer block: " +
                        WhyStray(message, *stray),
                    std::string(stray->key)});
}

}  // namespace

constinit const Rule kCoAuthoredByIsTrailer = {
    .id = "co-authored-by-is-trailer",
    .summary = "co-authors stand in the trailer block",
    .why =
        "GitHub credits a co-author only where git sees a trailer.  One blank "
        "line below, and the line is prose to both.",
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Co-authored-by: Ann Other <ann@example.com>\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/12",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Co-authored-by: Ann Other <ann@example.com>\n"
        "PR-URL: https://github.com/nodejs/node/pull/12",
    .check = Check,
};

}  // namespace commitgate
