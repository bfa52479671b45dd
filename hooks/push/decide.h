// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/ledger/ledger.h"
#include "hooks/push/candidate.h"
#include "hooks/push/server.h"
#include "hooks/pusher.h"
#include "hooks/window/window.h"
#include "validator/engine/policy.h"

namespace commitgate {

/// A push as a whole; for update, of one ref.
struct PushRequest {
  /// FindReceiver's name.
  std::string push = {};
  std::optional<Pusher> pusher = {};
  /// What the rows of accepted updates say besides, in Row::reason.
  std::string remark = {};
  std::vector<Candidate> candidates = {};
  /// update: the other refs of the push are unknown, and the push can call
  /// again.
  bool one_by_one = false;
  const PushPolicy& policy;
  /// For the rows: the policy's name, and its text's as a blob.
  std::string policy_name = {};
  std::string policy_id = {};
};

/// What became of one candidate.
struct Answer {
  std::string ref;
  bool accepted = false;
  RowKind kind = RowKind::kNone;
  RowHow how = RowHow::kRefused;
  /// Of the row that was written; 0 where none was.
  int64_t row = 0;
  /// Empty if accepted, or if only another ref of the push was refused.
  std::vector<Remark> refusals = {};
  /// Another push to the ref is under way: asking again in a moment may help.
  bool busy = false;
  /// With RowHow::kGrant: what stood there, to be kept.
  std::optional<ObjectId> to_keep = {};
};

/// Decides on a push, all or nothing, and writes down what it decided (S4, S10
/// to S14).  The refs gate's rules that hang on what is there now, and the
/// window gate.  One transaction, committed when it returns; if it throws,
/// nothing was written and the push has to be refused.
///
/// A push that has an answer for the very same updates gets it again.
/// A busy answer writes nothing.
std::vector<Answer> Decide(Ledger& ledger, const Server& server,
                           const PushRequest& request);

}  // namespace commitgate
