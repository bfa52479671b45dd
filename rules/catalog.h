// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "validator/engine/preset.h"
#include "validator/engine/rule.h"

namespace commitgate {

// Adding a rule takes five things, all checked by `make lint`:
//   1. rules/<id>.cc, defining it;
//   2. its name here, and in the table of rules/catalog.cc;
//   3. its level in rules/policies/*.toml;
//   4. tests/rules/<id>_test.cc;
//   5. its entry in man/commitgate-rules.7.
extern const Rule kAssistedByIsTrailer;
extern const Rule kCoAuthoredByIsTrailer;
extern const Rule kConventionalTitle;
extern const Rule kDates;
extern const Rule kDeprecations;
extern const Rule kFixHasTest;
extern const Rule kFixesCommit;
extern const Rule kFixesUrl;
extern const Rule kIdentity;
extern const Rule kLanderReviewed;
extern const Rule kLineAfterTitle;
extern const Rule kLineLength;
extern const Rule kMessageHygiene;
extern const Rule kMetadataEnd;
extern const Rule kNewModule;
extern const Rule kNoFixup;
extern const Rule kNoMerge;
extern const Rule kNoSquashNumber;
extern const Rule kNodeApiAdditions;
extern const Rule kOwnersReviewed;
extern const Rule kPrUrl;
extern const Rule kRefsUrl;
extern const Rule kReleaseNotes;
extern const Rule kRevert;
extern const Rule kReviewerIdentity;
extern const Rule kReviewerIsCollaborator;
extern const Rule kReviewers;
extern const Rule kSelfReview;
extern const Rule kSignedOffBy;
extern const Rule kSubsystem;
extern const Rule kSubsystemFitsChanges;
extern const Rule kTitleFormat;
extern const Rule kTitleLength;
extern const Rule kTrailerSpelling;

/// All rules, sorted by id.
std::span<const Rule* const> Catalog();

/// Null where there is no such rule.
const Rule* FindRule(std::string_view id);

/// The presets in rules/policies, compiled in; sorted by name.
std::span<const Preset> Presets();

}  // namespace commitgate
