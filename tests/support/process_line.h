// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace commitgate::testing {

/// What `tell` says at the end of a line of processes with these names, each
/// the parent of the next and the last that of the one that tells.  Each calls
/// `enter` with its name first, and those behind it see what that has changed.
std::string InLine(const std::vector<std::string>& names,
                   const std::function<void(const std::string& name)>& enter,
                   const std::function<std::string()>& tell);

}  // namespace commitgate::testing
