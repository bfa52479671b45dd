// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hooks/environment.h"

namespace commitgate {

/// What the pusher said with `git push -o`: the first 100, each as far as 1,024
/// bytes go.  REQUIRES: pre- or post-receive; other hooks inherit what anybody
/// may have put there.
std::vector<std::string> ReadPushOptions(const Environment& environment);

/// What follows `name=` in each option that begins so.
std::vector<std::string> ValuesOf(const std::vector<std::string>& options,
                                  std::string_view name);

}  // namespace commitgate
