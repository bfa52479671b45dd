// SPDX-License-Identifier: MIT
#include "hooks/hook.h"
#include "hooks/push/guard.h"

namespace commitgate {

HookAnswer RunPreReceive(const HookInvocation& invocation) {
  return GuardPush(ParseRefUpdates(invocation.read_input()),
                   {.judges_messages = true}, invocation.environment);
}

}  // namespace commitgate
