// SPDX-License-Identifier: MIT
#include "validator/git/blob_hash.h"

#include "validator/git/object_hash.h"

namespace commitgate {

ObjectId HashBlob(std::string_view content) {
  return HashObject("blob", content);
}

}  // namespace commitgate
