// SPDX-License-Identifier: MIT
#include "hooks/push/release_version.h"

#include "validator/message/release_title.h"

namespace commitgate {
namespace {

constexpr std::string_view kNumbers = "0123456789.";

}  // namespace

std::optional<std::string_view> VersionOf(const Title& title) {
  const auto release = ReadReleaseTitle(title);
  return release ? std::optional(release->version) : std::nullopt;
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
