// SPDX-License-Identifier: MIT
#include "hooks/hook.h"

#include <algorithm>

namespace commitgate {

std::span<const Hook> Hooks() {
  static constexpr Hook kHooks[] = {
      {"commit-msg", "<file>", "judge a message before it is stored",
       RunCommitMsg},
      {"pre-receive", "", "pass a push through all gates", RunPreReceive},
      {"update", "<ref> <old> <new>", "pass one ref through all gates",
       RunUpdate},
      {"force-push-window", "[<ref> <old> <new>]",
       "pass a push through the gates of refs and of the window only",
       RunForcePushWindow},
      {"post-receive", "", "write down what has landed", RunPostReceive},
  };
  return kHooks;
}

const Hook* FindHook(std::string_view name) {
  const auto hook = std::ranges::find(Hooks(), name, &Hook::name);
  return hook == Hooks().end() ? nullptr : &*hook;
}

}  // namespace commitgate
