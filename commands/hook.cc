// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <string>
#include <vector>

#include "commands/color.h"
#include "commands/command.h"
#include "commands/output.h"
#include "hooks/file.h"
#include "hooks/hook.h"
#include "validator/engine/policy_file.h"
#include "validator/error.h"

namespace commitgate {
namespace {

const Hook& HookNamed(const std::string& name) {
  if (const Hook* hook = FindHook(name))
    return *hook;
  std::vector<std::string_view> names;
  for (const Hook& hook : Hooks())
    names.push_back(hook.name);
  throw Error(
      fmt::format("unknown hook '{}'{}", name, DidYouMean(name, names)));
}

std::string Usage() {
  std::string text = "usage: commitgate hook <name> [<argument>...]\n\n";
  for (const Hook& hook : Hooks())
    text += fmt::format("  {:<18} {:<20} {}\n", hook.name, hook.arguments,
                        hook.summary);
  return text;
}

}  // namespace

ExitStatus RunHook(const Invocation& invocation) {
  std::vector<std::string> arguments = invocation.arguments;
  if (arguments.empty())
    throw Error(
        "hook: the name of one is wanted, see 'commitgate hook --help'");
  const std::string name = arguments.front();
  arguments.erase(arguments.begin());
  if (name == "-h" || name == "--help") {
    Output output;
    output.Write(Usage());
    output.Finish();
    return ExitStatus::kAccepted;
  }
  Output error_output = Output::StandardError();
  const HookAnswer answer = HookNamed(name).run({
      .arguments = arguments,
      .environment = invocation.environment,
      .read_input = ReadStandardInput,
      .color = error_output.IsTerminal() &&
               TerminalTakesColor(invocation.environment),
  });
  try {
    error_output.Write(answer.text);
    error_output.Flush();
  } catch (const Error&) {
    // Nobody listens any more; what was decided holds.
  }
  return answer.accepted ? ExitStatus::kAccepted : ExitStatus::kRejected;
}

}  // namespace commitgate
