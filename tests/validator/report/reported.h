// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/report/format.h"

namespace commitgate::testing {

/// A commit that is a message, and the verdict on it.
struct Judged {
  std::string id;
  std::string message;
  Verdict verdict = {};
};

struct Setting {
  Stage stage = Stage::kLanding;
  bool color = false;
  bool quiet = false;
  size_t width = 0;
};

/// Verdicts of the kind that their findings ask for.
Verdict Found(std::vector<Finding> findings);
Verdict Failed(std::string why);

/// The whole report.  The policy has the rules `alpha`, `beta`, `landing` (only
/// of commits that land) and `unused` (off), and the patterns `no-jira` and
/// `idle` (off).
std::string Report(std::string_view format, const std::vector<Judged>& commits,
                   const Setting& setting = {});

/// Texts made to break out of a report.
const std::vector<std::string>& HostileTexts();

}  // namespace commitgate::testing
