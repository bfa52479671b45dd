// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "validator/repair/trailer_block.h"

namespace commitgate {

/// How a change came to be, as a landed commit tells it.
struct LandingMetadata {
  /// Empty: whatever the message says.
  std::string pr_url = {};
  /// Of a pull request that brings the change to a release line.  Empty:
  /// whatever the message says, unless `pr_url` is another one.
  std::string backport_pr_url = {};
  /// In addition to those that the message has.
  std::vector<std::string> fixes = {};
  std::vector<std::string> refs = {};
  /// `Name <local@domain>` each.  Nothing: whoever the message says.
  std::optional<std::vector<std::string>> reviewers = {};
};

/// The trailers of a landed commit, in canonical order: `own`, those that its
/// message has, and `metadata`, which replaces what `own` says of the pull
/// request and of its reviewers, as `git node land` does it.  A line that is
/// there is not written twice, whatever its case, and no pull request refers to
/// itself.  Throws Error: a value that cannot stand in a trailer.
std::vector<TrailerText> WithMetadata(std::vector<TrailerText> own,
                                      const LandingMetadata& metadata);

}  // namespace commitgate
