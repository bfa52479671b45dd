// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "rules/catalog.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"max", Option::Kind::kNumber, "72", "longest title accepted, in columns"},
    {"prefer", Option::Kind::kNumber, "50",
     "longest title without a warning, in columns"},
};

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Title& title = context.message().title;
  const size_t columns = Columns(title.core);
  const auto past = [&](size_t limit) {
    return SpanOf(title.line,
                  title.core.substr(BytesWithin(title.core, limit)));
  };
  const size_t max = settings.Number("max");
  if (columns > max) {
    reporter.Error(
        {past(max),
         fmt::format("title is {} columns long, limit is {}", columns, max)});
    return;
  }
  const size_t prefer = settings.Number("prefer");
  if (columns > prefer)
    reporter.Warning(
        {past(prefer), fmt::format("title is {} columns long, {} are better",
                                   columns, prefer)});
}

}  // namespace

constinit const Rule kTitleLength = {
    .id = "title-length",
    .summary = "the title fits in a fixed number of columns",
    .why =
        "The contributing guide asks for 50 columns and at most 72, so that "
        "logs and mail subjects show titles whole.  What a revert or a web "
        "merge adds to a title is free.",
    .options = kOptions,
    .rejected =
        "doc: explain in the guide for collaborators how a title that "
        "is too long is told",
    .repaired = "doc: explain how long titles are told",
    .check = Check,
};

}  // namespace commitgate
