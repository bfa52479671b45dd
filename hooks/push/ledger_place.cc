// SPDX-License-Identifier: MIT
#include "hooks/push/ledger_place.h"

#include <fmt/core.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>

#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr char kKey[] = "core.sharedrepository";
constexpr unsigned kOwner = 0600;
constexpr unsigned kGroup = 060;
constexpr unsigned kOthers = 006;

std::optional<unsigned> ParseOctal(std::string_view text) {
  unsigned number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, 8);
  if (error != std::errc() || stop != end)
    return std::nullopt;
  return number;
}

/// Nothing where git itself refuses the word.
std::optional<unsigned> ParseAccess(std::string_view word) {
  if (word == "umask")
    return 0;
  if (word == "group")
    return kGroup;
  if (word == "all" || word == "world" || word == "everybody")
    return kGroup | kOthers;
  const auto number = ParseOctal(word);
  if (number == 0u)
    return 0;
  if (number == 1u)
    return kGroup;
  if (number == 2u)
    return kGroup | kOthers;
  if (number && (*number & kOwner) == kOwner)
    return *number & (kGroup | kOthers);
  return std::nullopt;
}

/// The mode bits for others than the owner, as git-config(1) describes
/// core.sharedRepository.
unsigned SharedAccess(const GitConfig& config) {
  const auto word = config.Get(kKey);
  if (!word)
    return 0;
  if (const auto access = ParseAccess(*word))
    return *access;
  if (const auto truth = config.GetBool(kKey); truth && !ParseOctal(*word))
    return *truth ? kGroup : 0;
  throw Error(
      fmt::format("core.sharedRepository is '{}', which git does not know",
                  Printable(*word)));
}

}  // namespace

std::string LedgerPath(const std::string& git_dir) {
  return std::filesystem::path(git_dir) / "commitgate/ledger.sqlite3";
}

Ledger OpenLedger(const std::string& git_dir, const GitConfig& config,
                  Ledger::Access access) {
  return Ledger::Open(LedgerPath(git_dir), access, SharedAccess(config));
}

std::string PullRequestIndexPath(const std::string& git_dir) {
  return std::filesystem::path(git_dir) / "commitgate/pull-requests.sqlite3";
}

PullRequestIndex OpenPullRequestIndex(const std::string& git_dir,
                                      const GitConfig& config) {
  return PullRequestIndex::OpenToWrite(PullRequestIndexPath(git_dir),
                                       SharedAccess(config));
}

}  // namespace commitgate
