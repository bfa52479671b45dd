// SPDX-License-Identifier: MIT
#pragma once

#include "commands/fix_options.h"

namespace commitgate {

/// Repairs the message in `options.message_file`, or tells what would be
/// repaired.  Comments and what follows a scissors line stay.  Throws Error:
/// the file cannot be read or written, or they stand in the way.
ExitStatus FixMessageFile(const FixOptions& options,
                          const Environment& environment);

}  // namespace commitgate
