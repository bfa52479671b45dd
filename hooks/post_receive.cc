// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "hooks/hook.h"
#include "hooks/push/confirm.h"
#include "hooks/push/ref_update.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {

/// What is not written down here is found out by the next hook.
HookAnswer RunPostReceive(const HookInvocation& invocation) {
  try {
    ConfirmPush(ParseRefUpdates(invocation.read_input()),
                invocation.environment);
    return {.accepted = true, .text = {}};
  } catch (const Error& error) {
    return {.accepted = false,
            .text = fmt::format("commitgate: {}; the push has landed all the "
                                "same\n",
                                Printable(error.what()))};
  }
}

}  // namespace commitgate
