// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "validator/people/roster.h"

namespace commitgate {

/// `Name <local@domain>` of the reviewer whom `words` name: a login, a part of
/// a name that one collaborator only has, or a whole mailbox, for which the
/// roster may be null.  Throws Error: nobody is called so, several are, or one
/// who is no collaborator.
std::string NamedReviewer(std::string_view words, const Roster* roster);

}  // namespace commitgate
