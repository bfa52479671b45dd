// SPDX-License-Identifier: MIT
#include "validator/message/metadata_keys.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace commitgate {
namespace {

TEST(MetadataKeys, AreKnownWhateverTheirCase) {
  const auto keys = MetadataKeys();
  EXPECT_TRUE(std::ranges::is_sorted(keys));
  for (const std::string_view key : keys)
    EXPECT_TRUE(IsMetadataKey(key)) << key;
  EXPECT_TRUE(IsMetadataKey("pr-url"));
  EXPECT_TRUE(IsMetadataKey("SIGNED-OFF-BY"));
  for (const char* key : {"", "Note", "Example", "PR", "PR-UR", "PR-URLs",
                          "https", "Change-Id", "Ref", "Signed-off"})
    EXPECT_FALSE(IsMetadataKey(key)) << key;
}

}  // namespace
}  // namespace commitgate
