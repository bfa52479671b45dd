// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "rules/catalog.h"

namespace commitgate {
namespace {

void Check(const Context& context, const Settings&, Reporter& reporter) {
  if (context.commit.IsMerge())
    reporter.Error({Span(), fmt::format("commit is a merge of {} parents, a "
                                        "commit with one parent is wanted",
                                        *context.commit.parents)});
}

}  // namespace

constinit const Rule kNoMerge = {
    .id = "no-merge",
    .summary = "the commit is no merge",
    .why =
        "The Collaborator Guide lands pull requests as commits on top of the "
        "branch, so that its history stays linear.  Only the parents count: a "
        "title proves nothing.",
    .landing_only = true,
    .rejected = {},
    .repaired = {},
    .check = Check,
};

}  // namespace commitgate
