// SPDX-License-Identifier: MIT
#include "rules/places.h"

#include <algorithm>

#include "validator/engine/quoted.h"

namespace commitgate {

bool IsIn(std::string_view path, std::span<const std::string> places) {
  return std::ranges::any_of(places, [&](const std::string& place) {
    return place.ends_with('/') ? path.starts_with(place) : path == place;
  });
}

const ChangedPath* FindIn(const Changes& changes,
                          std::span<const std::string> places) {
  for (const ChangedPath& changed : changes.paths())
    if (IsIn(changed.path, places))
      return &changed;
  return nullptr;
}

const ChangedPath* FindPath(const Changes& changes, std::string_view path) {
  const auto& paths = changes.paths();
  const auto found =
      std::ranges::lower_bound(paths, path, {}, &ChangedPath::path);
  return found != paths.end() && found->path == path ? &*found : nullptr;
}

std::string Alternatives(std::span<const std::string> places) {
  std::string text;
  for (const std::string& place : places)
    text += (text.empty() ? "" : " or ") + Quoted(place);
  return text;
}

}  // namespace commitgate
