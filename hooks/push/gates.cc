// SPDX-License-Identifier: MIT
#include "hooks/push/gates.h"

#include "hooks/push/branch_projects.h"
#include "hooks/push/deadline.h"
#include "hooks/push/message_gate.h"
#include "hooks/push/ref_snapshot.h"
#include "hooks/push/refs_gate.h"
#include "hooks/push/release_line.h"

namespace commitgate {

std::vector<std::string> PassGates(std::vector<Candidate>& candidates,
                                   const GateInput& input) {
  RefSnapshot refs(input.repository);
  BranchProjects projects(input, refs);
  for (Candidate& candidate : candidates)
    PassRefsGate(candidate, input, refs, projects);

  Deadline deadline(input);
  MessageGate messages(input, refs, deadline, projects);
  for (Candidate& candidate : candidates) {
    // Whoever may not push here, or means another ref, is not kept waiting.
    if (!candidate.refusals.empty())
      continue;
    PassReleaseLine(candidate, input, refs, deadline);
    messages.Pass(candidate);
  }
  std::vector<std::string> notes = projects.Notes();
  notes.insert(notes.end(), messages.Notes().begin(), messages.Notes().end());
  return notes;
}

}  // namespace commitgate
