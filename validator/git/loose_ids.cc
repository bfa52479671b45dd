// SPDX-License-Identifier: MIT
#include "validator/git/loose_ids.h"

#include <string>
#include <system_error>

namespace commitgate {

namespace fs = std::filesystem;

bool AddLooseIds(const fs::path& objects, const IdRange& range,
                 FoundIds& found) {
  const std::string byte = range.first.Hex().substr(0, 2);
  std::error_code failure;
  fs::directory_iterator file(objects / byte, failure);
  if (failure)
    return failure == std::errc::no_such_file_or_directory;
  while (file != fs::directory_iterator() && !found.IsFull()) {
    const auto id = ObjectId::FromHex(byte + file->path().filename().string());
    if (id && range.Has(*id))
      found.ids.push_back(*id);
    file.increment(failure);
    if (failure)
      return false;
  }
  return true;
}

}  // namespace commitgate
