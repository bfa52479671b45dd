// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "commands/land_check.h"
#include "commands/place.h"
#include "validator/engine/policy.h"

namespace commitgate {

/// Whether `policy` is the preset that holds where nothing names another one:
/// neither who asks nor the clone at `place`, which was entered.
bool IsByDefault(const Place& place, const Policy& policy);

/// What there is to say where `policy` holds by default, for the server need
/// not have the same.  `served` is that of the server; null where it is not
/// known.
std::optional<LandCheck> TellDefault(const Policy& policy,
                                     const Policy* served);

}  // namespace commitgate
