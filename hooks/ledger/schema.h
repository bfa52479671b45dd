// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "hooks/ledger/connection.h"

namespace commitgate {

/// What brings a database from one version to the next: the first makes an
/// empty one version 1.
struct SchemaStep {
  const char* statements;
};

/// All steps; their number is the version that this program knows.
std::span<const SchemaStep> SchemaSteps();

/// "cgle", which tells a ledger from other databases.
inline constexpr int64_t kApplicationId = 0x63676c65;

/// Brings the database up to the last of `steps`, in one transaction.  Throws
/// Error: it is of a newer version, or somebody else's.
void BringUpToDate(Connection& connection, std::span<const SchemaStep> steps);

/// Throws Error where a database is not of the version that `steps` come to.
void RequireVersion(Connection& connection, std::span<const SchemaStep> steps);

}  // namespace commitgate
