// SPDX-License-Identifier: MIT
#include "hooks/push/ledger_place.h"

#include <fmt/core.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>

#include "validator/error.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr char kKey[] = "core.sharedrepository";
constexpr unsigned kGroup = 060;
constexpr unsigned kOthers = 006;

std::optional<unsigned> ParseOctal(std::string_view text) {
  unsigned mode = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, mode, 8);
  if (error != std::errc() || stop != end || mode > 0777)
    return std::nullopt;
  return mode;
}

/// The mode bits for others than the owner, as git-config(1) describes
/// core.sharedRepository.
unsigned SharedAccess(const GitConfig& config) {
  const auto value = config.Get(kKey);
  if (!value || EqualsIgnoringCase(*value, "umask"))
    return 0;
  if (EqualsIgnoringCase(*value, "group") || *value == "1")
    return kGroup;
  for (const std::string_view word : {"all", "world", "everybody", "2"})
    if (EqualsIgnoringCase(*value, word))
      return kGroup | kOthers;
  if (const auto truth = config.GetBool(kKey);
      truth && !value->starts_with('0'))
    return *truth ? kGroup : 0;
  if (const auto mode = ParseOctal(*value))
    return *mode & (kGroup | kOthers);
  throw Error(
      fmt::format("core.sharedRepository is '{}', which git does not know",
                  Printable(*value)));
}

}  // namespace

std::string LedgerPath(const std::string& git_dir) {
  return std::filesystem::path(git_dir) / "commitgate/ledger.sqlite3";
}

Ledger OpenLedger(const std::string& git_dir, const GitConfig& config) {
  return Ledger::Open(LedgerPath(git_dir), Ledger::Access::kWrite,
                      SharedAccess(config));
}

}  // namespace commitgate
