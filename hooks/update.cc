// SPDX-License-Identifier: MIT
#include "hooks/hook.h"
#include "hooks/push/guard.h"

namespace commitgate {

HookAnswer RunUpdate(const HookInvocation& invocation) {
  return GuardPush({ParseUpdateArguments(invocation.arguments)},
                   {.judges_messages = true, .one_by_one = true},
                   invocation.environment);
}

}  // namespace commitgate
