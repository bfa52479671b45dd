// SPDX-License-Identifier: MIT
#include "validator/engine/origin.h"

#include <fmt/core.h>

namespace commitgate {

std::string Describe(const Origin& origin) {
  if (origin.line == 0)
    return origin.source;
  return fmt::format("{}:{}", origin.source, origin.line);
}

}  // namespace commitgate
