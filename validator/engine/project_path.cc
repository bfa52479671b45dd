// SPDX-License-Identifier: MIT
#include "validator/engine/project_path.h"

namespace commitgate {
namespace {

bool IsPart(std::string_view text) {
  return !text.empty() && text != "." && text != ".." &&
         text.find('\0') == text.npos;
}

}  // namespace

bool IsProjectPath(std::string_view path) {
  for (;;) {
    const size_t slash = path.find('/');
    if (!IsPart(path.substr(0, slash)))
      return false;
    if (slash == path.npos)
      return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace commitgate
