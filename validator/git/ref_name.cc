// SPDX-License-Identifier: MIT
#include "validator/git/ref_name.h"

namespace commitgate {
namespace {

constexpr std::string_view kPrefix = "refs/";
/// No file system takes a longer one.
constexpr size_t kMaxComponent = 255;

bool IsForbidden(char c) {
  constexpr std::string_view kForbidden = " ~^:?*[\\\x7f";
  return static_cast<unsigned char>(c) < ' ' ||
         kForbidden.find(c) != kForbidden.npos;
}

bool IsComponent(std::string_view text) {
  if (text.empty() || text.size() > kMaxComponent)
    return false;
  if (text.starts_with('.') || text.ends_with(".lock"))
    return false;
  if (text.find("..") != text.npos || text.find("@{") != text.npos)
    return false;
  for (const char c : text)
    if (IsForbidden(c))
      return false;
  return true;
}

}  // namespace

bool IsRefName(std::string_view name) {
  if (!name.starts_with(kPrefix) || name.ends_with('.'))
    return false;
  for (;;) {
    const size_t slash = name.find('/');
    if (!IsComponent(name.substr(0, slash)))
      return false;
    if (slash == name.npos)
      return true;
    name.remove_prefix(slash + 1);
  }
}

}  // namespace commitgate
