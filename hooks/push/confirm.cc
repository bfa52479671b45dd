// SPDX-License-Identifier: MIT
#include "hooks/push/confirm.h"

#include <string>

#include "hooks/push/git_server.h"
#include "hooks/push/known_pull_requests.h"
#include "hooks/push/ledger_place.h"
#include "hooks/push/served.h"
#include "hooks/push/settle.h"
#include "hooks/receiver.h"

namespace commitgate {

void ConfirmPush(const std::vector<RefUpdate>& updates,
                 const Environment& environment) {
  const Served served = Served::OfHook(environment);
  std::vector<std::string> refs;
  for (const RefUpdate& update : updates)
    refs.push_back(update.ref);
  Ledger ledger = OpenLedger(served.repository.GitDir(), served.config,
                             Ledger::Access::kSettle);
  Ledger::Transaction transaction(ledger);
  const GitServer server(served.repository);
  const PushPolicy& policy = served.policy.policy.push;
  Confirm(ledger, server, policy, FindReceiver(), refs);
  // Where no receive-pack is to be seen, its pushes are known by this only.
  Settle(ledger, server, policy, refs);
  transaction.Commit();
  IndexSourcesOf(served, refs);
}

}  // namespace commitgate
