// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/ledger/row.h"
#include "hooks/push/candidate.h"
#include "hooks/window/window.h"

namespace commitgate {

// What is said of pushes that the ledger or the window refuses.

/// What somebody wanted to do, in words.
struct WantedMove {
  std::string ref;
  RowKind kind = RowKind::kRewrite;
  std::optional<ObjectId> before;
  std::optional<ObjectId> after;
  std::optional<Pusher> pusher;
  /// RefPolicy::within.
  Micros within = 0;
};

/// The rule, how old the push is, who else has pushed, and what to do instead.
Remark DescribeRefusal(const WindowRefusal& refusal, const WantedMove& move);

Remark DescribeNoDeletion(const WantedMove& move);
Remark DescribeNobody(const WantedMove& move);
/// What stood there last, which a creation is compared with, is gone.
Remark DescribeLostTip(const WantedMove& move);
Remark DescribeNotesRewrite(const WantedMove& move);
Remark DescribeTagMove(const WantedMove& move);
Remark DescribeTagWithoutBranch();
Remark DescribeTagOfNoCommit();
Remark DescribeStale(const std::optional<ObjectId>& real,
                     const std::optional<ObjectId>& claimed);
Remark DescribeTwice();
Remark DescribeNoPolicy();
Remark DescribeUnderWay(const std::optional<Row>& other);
/// What the ledger says of an earlier answer to the same push.
Remark DescribeEarlier(const std::string& reason);

}  // namespace commitgate
