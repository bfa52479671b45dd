// SPDX-License-Identifier: MIT
#include "commands/command.h"

namespace commitgate {

std::span<const Command> Commands() {
  static constexpr Command kCommands[] = {
      {"check", "[<rev> | <a>..<b> | -]...", "judge commit messages", RunCheck},
      {"fix", "[--diff | --write] [<rev>... | -]",
       "repair what needs nobody to decide", RunFix},
      {"rules", "", "list the rules and their levels", RunRules},
      {"explain", "<rule>", "tell what a rule asks for, and why", RunExplain},
      {"subsystems", "", "list the subsystems that titles may name",
       RunSubsystems},
      {"owners", "[<rev> | <path>]...", "tell whom to ask", RunOwners},
      {"policy", "", "print the policy in force and where it comes from",
       RunPolicy},
      {"hook", "<name> [<argument>...]", "do what git asks of a hook", RunHook},
      {"install", "--server | --local [<dir>]", "install hooks", RunInstall},
      {"uninstall", "--server | --local [<dir>]", "take them away",
       RunUninstall},
      {"doctor", "[<dir>]", "look for what passes unjudged", RunDoctor},
      {"land", "[<a>..<b>]", "tell whether commits could be pushed now",
       RunLand},
      {"ledger", "[list | verify | export | reset-clock]",
       "tell what was pushed, by whom, when", RunLedger},
      {"window", "[<branch>]", "tell who may still rewrite what", RunWindow},
      {"grant", "--ref <ref> --old <rev> --new <oid> ...",
       "let one person move a ref once", RunGrant},
      {"trailers", "--pr-url <url> --reviewed-by <who>...",
       "write the metadata of a landed commit", RunTrailers},
      {"version", "", "print the version", RunVersion},
      {"help", "", "list the commands", RunHelp},
  };
  return kCommands;
}

}  // namespace commitgate
