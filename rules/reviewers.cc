// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/people/person_set.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"min", Option::Kind::kNumber, "1", "fewest reviewers accepted"},
    {"prefer", Option::Kind::kNumber, "2",
     "fewest reviewers accepted without a warning"},
};

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  PersonSet reviewers(context.people());
  for (const KnownReviewer& known : context.reviewers)
    reviewers.AddPerson(known.person);
  const auto count = static_cast<int64_t>(reviewers.size());
  const int64_t min = settings.Number("min");
  if (count < min) {
    reporter.Error(
        {Span{},
         fmt::format("{} valid Reviewed-By, at least {} wanted", count, min)});
    return;
  }
  const int64_t prefer = settings.Number("prefer");
  if (count < prefer)
    reporter.Warning({Span{}, fmt::format("{} valid Reviewed-By, {} are better",
                                          count, prefer)});
}

}  // namespace

constinit const Rule kReviewers = {
    .id = "reviewers",
    .summary = "enough people have reviewed the change",
    .why =
        "The Collaborator Guide asks for a Reviewed-By line for yourself and "
        "for each other Collaborator who has reviewed the change.  One "
        "approval is enough only for a pull request open for seven days.",
    .landing_only = true,
    .needs = static_cast<Needs>(Need::kMailmap),
    .options = kOptions,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/12",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/12\n"
        "Reviewed-By: Ann Other <ann@example.com>\n"
        "Reviewed-By: Bob Case <bob@example.com>",
    .check = Check,
};

}  // namespace commitgate
