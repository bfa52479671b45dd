// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "commands/land_check.h"
#include "commands/series.h"
#include "validator/engine/policy.h"
#include "validator/engine/views.h"

namespace commitgate {

/// The messages may land.  Adds to `reports` what is wrong with them, as
/// `check` tells it.
LandCheck JudgeSeries(const Series& series, const Policy& policy, Views views,
                      std::string& reports);

/// Who is a collaborator is known.
LandCheck CheckRoster(const Policy& policy, const Views& views);

}  // namespace commitgate
