// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/setup/hook_file.h"
#include "hooks/setup/hook_folder.h"

namespace commitgate {

/// Is told of each change, in a line for people that is not yet escaped.
using Tell = std::function<void(const std::string&)>;

/// What git calls the hooks of a server, and of a clone.
std::span<const std::string_view> ServerHookNames();
std::span<const std::string_view> CloneHookNames();

/// Where git has to find the hook of ours that is called `name`.
HookPlace PlaceOf(const HookFolder& folder, const std::string& name);

/// Throws Error where one of them cannot be installed.
void RequireRoom(const std::vector<HookPlace>& places, bool may_chain);

/// Installs those that are not in place.
void PlaceHooks(const std::vector<HookPlace>& places, const Tell& tell);

/// Takes away those of `names` in the folder that are ours.
void RemoveHooks(const HookFolder& folder,
                 std::span<const std::string_view> names, const Tell& tell);

}  // namespace commitgate
