// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/ledger/row.h"
#include "hooks/window/history.h"
#include "hooks/window/marks.h"
#include "hooks/window/view.h"

namespace commitgate {

/// Plays the landed rows of one ref (S8 of the window's specification).  Rows
/// that are left out at the front make what they landed final: leave out only
/// what is older than any window.  `longest` is the longest finite window that
/// the ref has had: a hole that was made where rewriting was always allowed
/// lives as long.
RefView Replay(const LandedHistory& history, const CommitHistory& commits,
               const Recall& recall, Micros longest);

}  // namespace commitgate
