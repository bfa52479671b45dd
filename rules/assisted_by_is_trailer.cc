// SPDX-License-Identifier: MIT
#include "rules/catalog.h"
#include "validator/message/why_stray.h"

namespace commitgate {
namespace {

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Message& message = context.message();
  if (const Trailer* stray = FirstStray(message, "Assisted-by"))
    reporter.Error({message.SpanOf(*stray, stray->key),
                    "Assisted-by is outside of the trailer block: " +
                        WhyStray(message, *stray),
                    std::string(stray->key)});
}

}  // namespace

constinit const Rule kAssistedByIsTrailer = {
    .id = "assisted-by-is-trailer",
    .summary = "what assisted the author stands in the trailer block",
    .why =
        "Who looks for commits that a tool helped to write asks git for this "
        "trailer.  One blank line below, and the line is prose to git.",
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Assisted-by: An Agent <agent@example.com>\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/12",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Assisted-by: An Agent <agent@example.com>\n"
        "PR-URL: https://github.com/nodejs/node/pull/12",
    .check = Check,
};

}  // namespace commitgate
