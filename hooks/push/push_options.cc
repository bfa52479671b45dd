// SPDX-License-Identifier: MIT
#include "hooks/push/push_options.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace commitgate {
namespace {

constexpr int kMostOptions = 100;
constexpr size_t kMostBytes = 1024;

/// How many options to look at.
int Count(const Environment& environment) {
  const std::string text =
      environment.Get("GIT_PUSH_OPTION_COUNT").value_or("");
  const char* end = text.data() + text.size();
  int count = 0;
  const auto [rest, error] = std::from_chars(text.data(), end, count);
  if (rest != end || text.empty())
    return 0;
  if (error == std::errc::result_out_of_range)
    return text.starts_with('-') ? 0 : kMostOptions;
  return std::clamp(count, 0, kMostOptions);
}

}  // namespace

std::vector<std::string> ReadPushOptions(const Environment& environment) {
  std::vector<std::string> options;
  const int count = Count(environment);
  for (int n = 0; n < count; ++n) {
    const auto option = environment.Get(fmt::format("GIT_PUSH_OPTION_{}", n));
    if (option)
      options.push_back(option->substr(0, kMostBytes));
  }
  return options;
}

std::vector<std::string> ValuesOf(const std::vector<std::string>& options,
                                  std::string_view name) {
  std::vector<std::string> values;
  for (const std::string_view option : options)
    if (option.starts_with(name) && option.substr(name.size()).starts_with('='))
      values.emplace_back(option.substr(name.size() + 1));
  return values;
}

}  // namespace commitgate
