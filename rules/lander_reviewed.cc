// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/quoted.h"
#include "validator/people/authors.h"

namespace commitgate {
namespace {

/// Whether `lander` answers for the change: as a reviewer, or as its author,
/// whose own review would not count.
bool AnswersFor(const Member& lander, const Context& context) {
  if (AuthorsOf(context.commit, context.people()).HasMember(lander))
    return true;
  return std::ranges::any_of(context.reviewers,
                             [&](const KnownReviewer& known) {
                               return known.person.member == &lander;
                             });
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const std::string& login = *context.views.pusher;
  const Member* const lander = context.views.roster->FindByLogin(login);
  if (lander == nullptr)
    return reporter.Warning(
        {Span{},
         fmt::format("{}, who pushes, is not in the roster", Quoted(login))});
  if (!AnswersFor(*lander, context))
    reporter.Error(
        {Span{}, fmt::format("{}, who pushes, is not among the reviewers, "
                             "wanted 'Reviewed-By: {}'",
                             Quoted(login), lander->Contact())});
}

}  // namespace

constinit const Rule kLanderReviewed = {
    .id = "lander-reviewed",
    .summary = "who lands a change of others has reviewed it",
    .why =
        "The Collaborator Guide asks for a Reviewed-By line for yourself: who "
        "lands a change accepts responsibility for it.",
    .landing_only = true,
    .needs = Need::kPusher | Need::kRoster | Need::kMailmap,
    .check = Check,
};

}  // namespace commitgate
