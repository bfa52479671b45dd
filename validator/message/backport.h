// SPDX-License-Identifier: MIT
#pragma once

#include "validator/message/message.h"

namespace commitgate {

/// Whether a message says by which pull request on GitHub the change was
/// brought to another line.  What else a Backport-PR-URL may hold, such as
/// `none` or a bare number, says nothing.
bool IsBackport(const Message& message);

}  // namespace commitgate
