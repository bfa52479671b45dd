// SPDX-License-Identifier: MIT
#include "hooks/push/gates.h"

#include "hooks/push/deadline.h"
#include "hooks/push/message_gate.h"
#include "hooks/push/ref_snapshot.h"
#include "hooks/push/refs_gate.h"
#include "hooks/push/release_line.h"

namespace commitgate {

void PassGates(std::vector<Candidate>& candidates, const GateInput& input) {
  RefSnapshot refs(input.repository);
  for (Candidate& candidate : candidates)
    PassRefsGate(candidate, input, refs);

  Deadline deadline(input);
  MessageGate messages(input, refs, deadline);
  for (Candidate& candidate : candidates) {
    // Whoever may not push here, or means another ref, is not kept waiting.
    if (!candidate.refusals.empty())
      continue;
    PassReleaseLine(candidate, candidates, input, refs, deadline);
    messages.Pass(candidate);
  }
}

}  // namespace commitgate
