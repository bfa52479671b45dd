// SPDX-License-Identifier: MIT
#include "hooks/setup/remembered_config.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "rules/catalog.h"

namespace commitgate {
namespace {

constexpr std::string_view kInstalled = "commitgate.installed";

void Remember(const LocalConfig& config, std::string_view name,
              std::string_view value) {
  config.Add(kInstalled, fmt::format("{}={}", name, value));
}

bool Contains(const std::vector<std::string>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

/// What was set by us before and is set anew is still ours.
void Forget(const LocalConfig& config, std::string_view name,
            std::string_view value) {
  config.Remove(kInstalled, fmt::format("{}={}", name, value));
}

}  // namespace

void Configure(const LocalConfig& config, std::string_view name,
               std::string_view value, const Tell& tell) {
  const std::vector<std::string> before = config.Values(name);
  if (!before.empty() && before.back() == value) {
    tell(fmt::format("{} is '{}'", name, value));
    return;
  }
  const std::vector<std::string> installed = config.Values(kInstalled);
  const bool was_ours =
      !before.empty() &&
      Contains(installed, fmt::format("{}={}", name, before.back()));
  config.Set(name, value);
  if (was_ours)
    Forget(config, name, before.back());
  if (was_ours || before.empty())
    Remember(config, name, value);
  tell(fmt::format("{} is now '{}'", name, value));
}

void ConfigureAlso(const LocalConfig& config, std::string_view name,
                   std::string_view value, const Tell& tell) {
  if (Contains(config.InForce(name), value)) {
    tell(fmt::format("{} has '{}'", name, value));
    return;
  }
  config.Add(name, value);
  Remember(config, name, value);
  tell(fmt::format("{} now has '{}'", name, value));
}

void Unconfigure(const LocalConfig& config, const Tell& tell) {
  for (const std::string& entry : config.Values(kInstalled)) {
    const size_t equals = std::min(entry.find('='), entry.size());
    const std::string name = entry.substr(0, equals);
    const std::string value = entry.substr(std::min(equals + 1, entry.size()));
    if (Contains(config.Values(name), value)) {
      config.Remove(name, value);
      tell(fmt::format("{} is no longer '{}'", name, value));
    }
    config.Remove(kInstalled, entry);
  }
}

std::string LastingPolicyName(const std::string& name) {
  std::error_code error;
  const bool is_preset = std::ranges::count(Presets(), name, &Preset::name) > 0;
  if (name.empty() || is_preset || !std::filesystem::exists(name, error))
    return name;
  return std::filesystem::absolute(name).lexically_normal().string();
}

}  // namespace commitgate
