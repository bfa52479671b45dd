// SPDX-License-Identifier: MIT
#include "hooks/setup/hook_script.h"

#include <fmt/core.h>

#include "validator/message/shell_word.h"

namespace commitgate {
namespace {

constexpr std::string_view kHead =
    "#!/bin/sh\n"
    "# Written by 'commitgate install'; 'commitgate uninstall' takes it "
    "away.\n";

/// Whether git tells the hook something on standard input.
bool ReadsInput(std::string_view name) {
  return name == "pre-receive" || name == "post-receive";
}

/// Whether what the hook answers counts; where it does not, nothing is in the
/// way of the next one.
bool Decides(std::string_view name) {
  return name != "post-receive";
}

}  // namespace

std::string HookScript(std::string_view program, std::string_view hook) {
  return fmt::format("{}exec {} hook {} \"$@\"\n", kHead, ShellWord(program),
                     hook);
}

std::string ChainScript(std::string_view program, std::string_view hook,
                        std::string_view name, std::string_view kept_in) {
  const std::string ours =
      fmt::format("{} hook {} \"$@\"", ShellWord(program), hook);
  const std::string theirs =
      fmt::format("\"${{0%/*}}/{}/{}\" \"$@\"", kept_in, name);
  const char* const otherwise = Decides(name) ? " || exit" : "";
  if (!ReadsInput(name))
    return fmt::format("{}{}{}\nexec {}\n", kHead, ours, otherwise, theirs);
  // Both read the same input.  It holds no NUL, for git ends names at one; the
  // full stop saves line feeds at its end from the shell.
  return fmt::format(
      "{}updates=$(cat && echo .) || exit\n"
      "updates=${{updates%.}}\n"
      "printf %s \"$updates\" | {}{}\n"
      "printf %s \"$updates\" | {}\n",
      kHead, ours, otherwise, theirs);
}

bool IsHookScript(std::string_view text) {
  return text.starts_with(kHead);
}

}  // namespace commitgate
