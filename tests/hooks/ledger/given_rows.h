// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/ledger/ledger.h"

namespace commitgate::testing {

/// The commit that a test calls `name`; none with the empty name.
std::optional<ObjectId> Commit(std::string_view name);

/// A row of refs/heads/main that a push of alice's wrote as intended, from one
/// commit to another by their names.
Row GivenRow(std::string_view before, std::string_view after);

/// `row` with other values.
Row Of(Row row, const std::string& ref);
Row By(Row row, const std::string& pusher);
Row In(Row row, const std::string& push);
Row As(Row row, RowState state);
Row At(Row row, Micros received);

/// A row that tells of `kind` without a push: outside, baseline or clock.
Row WithoutPush(RowKind kind, std::string_view before, std::string_view after);

/// The same with the kind and the way.
Row Being(Row row, RowKind kind, RowHow how);

// Each in a transaction of its own.
int64_t Append(Ledger& ledger, Row row);
LandedRow Land(Ledger& ledger, int64_t seq);
/// Both; returns the order.
int64_t AppendLanded(Ledger& ledger, Row row);
void Abandon(Ledger& ledger, int64_t seq);
void Confirm(Ledger& ledger, int64_t seq);
void Use(Ledger& ledger, int64_t seq);

/// What the Error says that `function` throws, or "none".
std::string Refusal(const std::function<void()>& function);

/// Shows a tip as "value (last) how", with the names of test commits of one
/// letter.
std::string Show(const std::optional<LedgerTip>& tip);

}  // namespace commitgate::testing
