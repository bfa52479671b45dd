// SPDX-License-Identifier: MIT
#include "rules/catalog.h"

#include <algorithm>

namespace commitgate {
namespace {

constexpr const Rule* kRules[] = {
    &kAssistedByIsTrailer,
    &kCoAuthoredByIsTrailer,
    &kConventionalTitle,
    &kDates,
    &kDeprecations,
    &kFixHasTest,
    &kFixesCommit,
    &kFixesUrl,
    &kIdentity,
    &kLanderReviewed,
    &kLineAfterTitle,
    &kLineLength,
    &kMessageHygiene,
    &kMetadataEnd,
    &kNewModule,
    &kNoFixup,
    &kNoMerge,
    &kNoSquashNumber,
    &kNodeApiAdditions,
    &kOwnersReviewed,
    &kPrUrl,
    &kRefsUrl,
    &kReleaseNotes,
    &kRevert,
    &kReviewerIdentity,
    &kReviewerIsCollaborator,
    &kReviewers,
    &kSelfReview,
    &kSignedOffBy,
    &kSubsystem,
    &kSubsystemFitsChanges,
    &kTitleFormat,
    &kTitleLength,
    &kTrailerSpelling,
};

}  // namespace

std::span<const Rule* const> Catalog() {
  return kRules;
}

const Rule* FindRule(std::string_view id) {
  const auto* const found = std::ranges::lower_bound(kRules, id, {}, &Rule::id);
  if (found == std::end(kRules) || (*found)->id != id)
    return nullptr;
  return *found;
}

}  // namespace commitgate
