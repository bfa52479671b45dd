// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/ledger/ledger.h"
#include "hooks/push/decide.h"
#include "hooks/push/moment.h"
#include "hooks/push/server.h"

namespace commitgate {

/// What those who judge a push look at, inside its transaction.
struct Deciding {
  Ledger& ledger;
  const Server& server;
  const PushRequest& request;
  const Moment moment;
};

/// What was found of one candidate, before anything is written.
struct RefVerdict {
  bool accepted = false;
  RowKind kind = RowKind::kNone;
  RowHow how = RowHow::kRefused;
  /// Of the ref, as it really was.
  std::optional<ObjectId> real = {};
  /// The grant that it uses, or 0.
  int64_t grant = 0;
  std::vector<Remark> refusals = {};
  bool busy = false;
  /// The row of the same push that has decided it already, or 0.
  int64_t row = 0;

  void Accept(RowHow by) {
    accepted = true;
    how = by;
  }
  void Refuse(Remark remark) { refusals.push_back(std::move(remark)); }
};

}  // namespace commitgate
