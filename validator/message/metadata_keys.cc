// SPDX-License-Identifier: MIT
#include "validator/message/metadata_keys.h"

#include <algorithm>
#include <array>

#include "validator/message/text.h"

namespace commitgate {
namespace {

/// In their canonical spelling, sorted.
constexpr std::array<std::string_view, 12> kKeys{
    "Acked-by",       "Assisted-by", "Backport-PR-URL", "CVE-ID",
    "Co-authored-by", "Fixes",       "PR-URL",          "Refs",
    "Reported-by",    "Reviewed-By", "Signed-off-by",   "Tested-by",
};

}  // namespace

bool IsMetadataKey(std::string_view key) {
  return std::ranges::any_of(kKeys, [&](std::string_view known) {
    return EqualsIgnoringCase(known, key);
  });
}

std::span<const std::string_view> MetadataKeys() {
  return kKeys;
}

}  // namespace commitgate
