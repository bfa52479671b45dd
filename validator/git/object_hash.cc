// SPDX-License-Identifier: MIT
#include "validator/git/object_hash.h"

#include <fmt/core.h>
#include <nettle/sha1.h>

#include <cstdint>
#include <string>

namespace commitgate {
namespace {

void Add(sha1_ctx& hash, std::string_view bytes) {
  sha1_update(&hash, bytes.size(),
              reinterpret_cast<const uint8_t*>(bytes.data()));
}

}  // namespace

ObjectId HashObject(std::string_view type, std::string_view content) {
  std::string header = fmt::format("{} {}", type, content.size());
  header += '\0';
  sha1_ctx hash;
  sha1_init(&hash);
  Add(hash, header);
  Add(hash, content);
  ObjectId id;
  static_assert(sizeof id.bytes == SHA1_DIGEST_SIZE);
  sha1_digest(&hash, SHA1_DIGEST_SIZE,
              reinterpret_cast<uint8_t*>(id.bytes.data()));
  return id;
}

}  // namespace commitgate
