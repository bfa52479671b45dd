// SPDX-License-Identifier: MIT
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/people/authors.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"min", Option::Kind::kNumber, "1",
     "fewest reviewers accepted who are no authors"},
};

void Report(const Reviewer& reviewer, size_t others, const Context& context,
            const Settings& settings, Reporter& reporter) {
  const std::string_view value = reviewer.trailer->value;
  const Span span = context.message().SpanOf(*reviewer.trailer, value);
  const int64_t min = settings.Number("min");
  if (static_cast<int64_t>(others) < min)
    return reporter.Error(
        {span,
         fmt::format("reviewer is an author of the change, {} others reviewed "
                     "it, at least {} wanted",
                     others, min),
         std::string(value)});
  reporter.Warning({span,
                    "reviewer is an author of the change, which does not count",
                    std::string(value)});
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const People people = context.people();
  const PersonSet authors = AuthorsOf(context.commit, people);
  PersonSet others(people);
  std::vector<const Reviewer*> own;
  for (const auto& [reviewer, person] : context.reviewers) {
    if (authors.HasPerson(person))
      own.push_back(reviewer);
    else
      others.AddPerson(person);
  }
  for (const Reviewer* const reviewer : own)
    Report(*reviewer, others.size(), context, settings, reporter);
}

}  // namespace

constinit const Rule kSelfReview = {
    .id = "self-review",
    .summary = "authors do not count as reviewers of their own change",
    .why =
        "The Collaborator Guide asks for approval by Collaborators who are not "
        "authors of the change.",
    .landing_only = true,
    .needs = static_cast<Needs>(Need::kMailmap),
    .options = kOptions,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Co-authored-by: Ann Other <ann@example.com>\n"
        "Reviewed-By: Ann Other <ann@example.com>",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Co-authored-by: Ann Other <ann@example.com>\n"
        "Reviewed-By: Bob Case <bob@example.com>",
    .check = Check,
};

}  // namespace commitgate
