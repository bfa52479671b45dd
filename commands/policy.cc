// SPDX-License-Identifier: MIT
#include "commands/print_from_policy.h"
#include "validator/engine/print_policy.h"

namespace commitgate {

ExitStatus RunPolicy(const Invocation& invocation) {
  return PrintFromPolicy(
      invocation, "commitgate policy",
      "Prints the policy in force, each value with where it comes from.",
      PrintPolicy);
}

}  // namespace commitgate
