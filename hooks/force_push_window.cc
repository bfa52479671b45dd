// SPDX-License-Identifier: MIT
#include "hooks/hook.h"
#include "hooks/push/guard.h"

namespace commitgate {

HookAnswer RunForcePushWindow(const HookInvocation& invocation) {
  // Git gives arguments to update and none to pre-receive.
  const bool is_update = !invocation.arguments.empty();
  std::vector<RefUpdate> updates =
      is_update ? std::vector{ParseUpdateArguments(invocation.arguments)}
                : ParseRefUpdates(invocation.read_input());
  return GuardPush(std::move(updates),
                   {.judges_messages = false, .one_by_one = is_update},
                   invocation.environment);
}

}  // namespace commitgate
