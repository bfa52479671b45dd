// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "hooks/ledger/row.h"

namespace commitgate {

/// What was remembered of a commit before `order`; Ledger::Recall.
using Recall =
    std::function<std::optional<Mark>(const ObjectId& commit, int64_t order)>;

/// The mark of the earliest row, with the earliest clock and the shortest
/// `within` of all.  REQUIRES: there are some.
Mark Eldest(const std::vector<Mark>& marks);

/// The mark of what a row has landed and nobody had before.
Mark OwnMark(const LandedRow& landed);

/// The time of the eldest of `mark` and `sources`, and all else as in `mark`.
Mark AgedBy(const Mark& mark, const std::vector<Mark>& sources);

/// The mark of a commit that comes back: no younger than it was, and nobody's
/// if somebody else had landed it.
Mark Returned(const Mark& mark, const std::optional<Mark>& remembered);

/// The mark of a commit that a rewrite keeps, which gets no younger than what
/// the same rewrite takes away.
Mark Kept(const Mark& mark, const Mark& eldest_gone);

}  // namespace commitgate
