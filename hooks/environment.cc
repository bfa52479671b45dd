// SPDX-License-Identifier: MIT
#include "hooks/environment.h"

#include <unistd.h>

namespace commitgate {

Environment Environment::Inherited() {
  Values values;
  for (char** entry = environ; entry && *entry; ++entry) {
    const std::string_view text = *entry;
    const size_t equals = text.find('=');
    if (equals != text.npos)
      values.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return Environment(std::move(values));
}

std::optional<std::string> Environment::Get(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end())
    return std::nullopt;
  return found->second;
}

}  // namespace commitgate
