// SPDX-License-Identifier: MIT
#include "hooks/ancestor.h"

#include "hooks/proc.h"

namespace commitgate {

std::optional<Ancestor> FindAncestor(std::string_view name) {
  const auto process =
      FindAbove([name](const Process& above) { return above.name == name; });
  if (!process)
    return std::nullopt;
  return Ancestor{ReadArguments(process->id), ReadEnvironment(process->id)};
}

}  // namespace commitgate
