// SPDX-License-Identifier: MIT
#include "validator/engine/quoted.h"

#include <fmt/core.h>

#include "validator/message/text.h"

namespace commitgate {

std::string Quoted(std::string_view text) {
  constexpr size_t kMaxColumns = 40;
  const size_t shown = BytesWithin(text, kMaxColumns);
  return fmt::format("'{}{}'", text.substr(0, shown),
                     shown < text.size() ? "..." : "");
}

}  // namespace commitgate
