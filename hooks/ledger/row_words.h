// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "hooks/ledger/row.h"

namespace commitgate {

// What Word has said, read back; nothing for what it never says.
std::optional<RowKind> ReadKind(std::string_view word);
std::optional<RowHow> ReadHow(std::string_view word);
std::optional<RowState> ReadState(std::string_view word);

}  // namespace commitgate
