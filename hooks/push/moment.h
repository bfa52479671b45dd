// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/ledger/ledger.h"
#include "hooks/push/server.h"

namespace commitgate {

/// When something is decided (S4): read inside the transaction, so that rows
/// and times have one order.
struct Moment {
  /// What the machine says.
  Clock clock;
  /// The wall clock, but never before the ledger's newest row.
  Micros received = 0;
  /// The wall clock is behind by so much that windows cannot be told.
  bool clock_went_back = false;

  /// The clock with `received` for the wall clock.
  Clock Effective() const;
};

Moment ReadMoment(const Ledger& ledger, const Server& server);

/// Writes the moment into a row.
void Stamp(Row& row, const Moment& moment);

}  // namespace commitgate
