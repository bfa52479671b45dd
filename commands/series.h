// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "commands/land_check.h"
#include "validator/git/repository.h"

namespace commitgate {

/// A commit that is to land.
struct SeriesCommit {
  ObjectId id;
  Commit commit;
};

/// What is to land: what `tip` has and `base` has not.
struct Series {
  /// As they were named: `origin/main`, `HEAD`.
  std::string base_name;
  std::string tip_name;
  ObjectId base;
  ObjectId tip;
  /// Nothing of `base` goes.
  bool is_forward = true;
  /// Parents before children.
  std::vector<SeriesCommit> commits = {};
};

/// The base where no other is named: what `HEAD` follows.
inline constexpr char kUpstream[] = "@{upstream}";

/// What `tip` has and `hidden` has not, parents before children.  Throws Error.
std::vector<SeriesCommit> ReadCommits(const Repository& repository,
                                      const ObjectId& tip,
                                      const ObjectId& hidden);

/// Reads the series that a range `a..b` names.  Throws Error.
Series ReadSeries(const Repository& repository, const std::string& range);

// What the commits tell by themselves.

/// Nothing is left that was made to be squashed.
LandCheck CheckFixups(const Series& series);

/// One commit stands on the other, without merges where the branch takes none.
LandCheck CheckOrder(const Series& series, bool takes_merges);

/// All commits are of one pull request, or those of each stand together.
LandCheck CheckPullRequests(const Series& series);

}  // namespace commitgate
