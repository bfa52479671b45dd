// SPDX-License-Identifier: MIT
#include "hooks/push/release_version.h"

namespace commitgate {
namespace {

constexpr std::string_view kNumbers = "0123456789.";

}  // namespace

std::optional<std::string_view> VersionOf(const Title& title) {
  if (!title.is_release)
    return std::nullopt;
  // `2024-05-02, Version 22.1.0 (Current)` and `Working on v22.1.1`.
  std::string_view text = title.line.text;
  constexpr std::string_view kVersion = "Version ";
  constexpr std::string_view kWorkingOn = "orking on ";
  const size_t version = text.find(kVersion);
  const size_t working_on = text.find(kWorkingOn);
  text.remove_prefix(version < working_on ? version + kVersion.size()
                                          : working_on + kWorkingOn.size());
  if (text.starts_with('v'))
    text.remove_prefix(1);
  return text.substr(0, text.find_first_not_of(kNumbers));
}

std::optional<std::string_view> LineOf(const RefPattern& match,
                                       std::string_view ref) {
  const auto taken = match.Match(ref);
  if (!taken || taken->size() != 1)
    return std::nullopt;
  const std::string_view line = taken->front();
  const bool is_number = !line.empty() && line.front() != '.' &&
                         line.back() != '.' &&
                         line.find_first_not_of(kNumbers) == line.npos;
  return is_number ? std::optional(line) : std::nullopt;
}

bool IsOfLine(std::string_view version, std::string_view line) {
  return version.starts_with(line) &&
         version.substr(line.size()).starts_with('.');
}

}  // namespace commitgate
