// SPDX-License-Identifier: MIT
#include "validator/git/first_parent.h"

#include "validator/error.h"
#include "validator/message/parent_lines.h"

namespace commitgate {

std::optional<ObjectId> FirstParent(std::string_view object) {
  constexpr char kMalformed[] =
      "reading the parents of a commit: its headers are malformed";
  ParentLines parents = ReadParentLines(object);
  if (parents.malformed)
    throw Error(kMalformed);
  std::optional<ObjectId> first;
  while (!parents.lines.empty()) {
    const auto parent = ObjectId::FromHex(TakeParent(parents.lines));
    if (!parent)
      throw Error(kMalformed);
    if (!first)
      first = parent;
  }
  return first;
}

}  // namespace commitgate
