// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hooks/setup/diagnosis.h"

namespace commitgate {

/// What a repository is for.
enum class Use { kServer, kClone };

/// A line of a report.
struct Report {
  /// The name of the check.
  std::string_view check;
  Diagnosis diagnosis;
};

/// A bare repository, or one with a hook of servers or with a
/// commitgate.identity, is a server.
Use UseOf(const Repository& repository);

/// Looks at everything that a repository needs to be guarded.  Throws Error
/// where it cannot even be looked at.
std::vector<Report> Examine(const Repository& repository, Use use);

/// The worst of them.
Health WorstOf(const std::vector<Report>& reports);

/// The lines of a report for people, escaped, from `least` on.
std::string TellReports(const std::vector<Report>& reports, Health least);

}  // namespace commitgate
