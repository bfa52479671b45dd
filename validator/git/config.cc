// SPDX-License-Identifier: MIT
#include "validator/git/config.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <cinttypes>
#include <cstdint>
#include <initializer_list>

#include "validator/git/awaited_config.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

bool IsOneOf(std::string_view value,
             std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (EqualsIgnoringCase(value, word))
      return true;
  return false;
}

/// What a unit behind a number stands for; nothing where it is none.
std::optional<int64_t> UnitFactor(std::string_view unit) {
  if (unit.empty())
    return 1;
  if (IsOneOf(unit, {"k"}))
    return int64_t{1} << 10;
  if (IsOneOf(unit, {"m"}))
    return int64_t{1} << 20;
  if (IsOneOf(unit, {"g"}))
    return int64_t{1} << 30;
  return std::nullopt;
}

/// Whether a number, as C writes one, perhaps with a unit behind it, is other
/// than zero.  Git keeps it in an int.
std::optional<bool> NumberIsTrue(const std::string& value) {
  constexpr int64_t kMax = INT32_MAX;
  char* rest = nullptr;
  errno = 0;
  const int64_t number = std::strtoimax(value.c_str(), &rest, 0);
  const auto factor = UnitFactor(rest);
  if (errno != 0 || rest == value.c_str() || !factor)
    return std::nullopt;
  if (number > kMax / *factor || number < -kMax / *factor)
    return std::nullopt;
  return number != 0;
}

}  // namespace

GitConfig GitConfig::Parse(std::string_view list) {
  GitConfig config;
  while (!list.empty()) {
    const std::string_view entry = list.substr(0, list.find('\0'));
    list.remove_prefix(std::min(entry.size() + 1, list.size()));
    const size_t line_feed = entry.find('\n');
    std::optional<std::string> value;
    if (line_feed != entry.npos)
      value = entry.substr(line_feed + 1);
    config.entries_.emplace_back(entry.substr(0, line_feed), std::move(value));
  }
  return config;
}

GitConfig GitConfig::Read(const std::string& directory) {
  return AwaitedGitConfig(directory).Get();
}

const GitConfig::Entry* GitConfig::FindLast(std::string_view a,
                                            std::string_view b) const {
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry)
    if (entry->first == a || entry->first == b)
      return &*entry;
  return nullptr;
}

std::optional<std::string_view> GitConfig::Get(std::string_view name) const {
  return GetLast(name, name);
}

std::optional<bool> GitConfig::GetBool(std::string_view name) const {
  const Entry* entry = FindLast(name, name);
  if (!entry)
    return std::nullopt;
  if (!entry->second)
    return true;
  const std::string& value = *entry->second;
  if (IsOneOf(value, {"true", "yes", "on"}))
    return true;
  if (IsOneOf(value, {"", "false", "no", "off"}))
    return false;
  return NumberIsTrue(value);
}

std::optional<std::string_view> GitConfig::GetLast(std::string_view a,
                                                   std::string_view b) const {
  const Entry* entry = FindLast(a, b);
  if (!entry)
    return std::nullopt;
  return entry->second ? std::string_view(*entry->second) : "";
}

}  // namespace commitgate
