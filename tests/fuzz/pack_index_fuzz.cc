// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>
#include <string>

#include "validator/git/pack_index.h"

using namespace commitgate;

namespace {

constexpr size_t kFanoutBytes = 256 * 4;

/// An index whose other parts are `rest`, for whom it has room for.
std::string IndexOf(std::string_view rest, size_t count) {
  std::string file("\377tOc\0\0\0\2", 8);
  for (size_t at = 0; at < kFanoutBytes; at += 4)
    file += {0, 0, 0, static_cast<char>(at < 512 ? count / 2 : count)};
  return file.append(rest);
}

}  // namespace

/// Any file is refused, or whatever is asked of it has an answer.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string_view data(reinterpret_cast<const char*>(bytes), size);
  for (const std::string& file :
       {std::string(data), IndexOf(data, size / 28), IndexOf(data, 1)}) {
    const auto index = PackIndex::Parse(file);
    if (!index)
      continue;
    if (index->pack_checksum().size() != 20)
      std::abort();
    for (size_t at = 0; at + 20 <= data.size(); ++at) {
      ObjectId id;
      data.copy(reinterpret_cast<char*>(id.bytes.data()), id.bytes.size(), at);
      index->Find(id);
    }
  }
  return 0;
}
