// SPDX-License-Identifier: MIT
#include "validator/git/config.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "validator/error.h"
#include "validator/git/run_git.h"
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

/// Whether a number, with git's unit behind it or none, is other than zero.
std::optional<bool> NumberIsTrue(std::string_view value) {
  int64_t number = 0;
  const char* end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc())
    return std::nullopt;
  if (rest != end && !IsOneOf({rest, end}, {"k", "m", "g"}))
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
  const auto run = RunGit({"-C", directory, "config", "-z", "--list"},
                          GitComplaints::kDropped);
  if (!run)
    return {};
  if (!run->succeeded)
    throw Error(
        fmt::format("reading git's configuration: 'git config --list' "
                    "fails in '{}'",
                    directory));
  return Parse(run->output);
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
  const std::string_view value = *entry->second;
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
