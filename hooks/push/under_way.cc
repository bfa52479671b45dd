// SPDX-License-Identifier: MIT
#include "hooks/push/under_way.h"

namespace commitgate {
namespace {

bool ThrowsAway(RowKind kind) {
  return kind == RowKind::kRewrite || kind == RowKind::kDelete;
}

}  // namespace

std::optional<Row> FindUnderWay(const Deciding& deciding,
                                const std::string& ref, RowKind kind) {
  const std::string& boot = deciding.moment.clock.boot;
  for (const FoldedRow& folded : deciding.ledger.UnconfirmedRows(ref, boot)) {
    const Row& row = folded.row;
    if (row.push == deciding.request.push || row.kind == RowKind::kNone)
      continue;
    if (!ThrowsAway(row.kind) && !ThrowsAway(kind))
      continue;
    if (deciding.server.IsAlive(row.push))
      return row;
  }
  return std::nullopt;
}

}  // namespace commitgate
