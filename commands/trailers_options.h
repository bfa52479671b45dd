// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "commands/command.h"
#include "commands/place.h"
#include "validator/repair/landing_request.h"

namespace commitgate {

/// The command line of `commitgate trailers`.
struct TrailersOptions {
  Place place;
  /// All but the pull request.
  LandingRequest request;
  /// A file with a pull request in JSON; `-` is standard input.
  std::optional<std::string> pull_request;
  /// A file with the roster, in the place of the policy's.
  std::string roster;
  std::optional<std::string> message_file;
  bool amend = false;
  bool metadata_only = false;
};

/// Throws Error where the arguments are wrong.
std::variant<TrailersOptions, ExitStatus> ReadTrailersArguments(
    const std::vector<std::string>& arguments);

}  // namespace commitgate
