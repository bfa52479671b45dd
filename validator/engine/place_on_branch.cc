// SPDX-License-Identifier: MIT
#include "validator/engine/place_on_branch.h"

#include "validator/engine/project_path.h"
#include "validator/git/ref_name.h"

namespace commitgate {

std::optional<PlaceOnBranch> ParsePlaceOnBranch(const std::string& name) {
  const size_t colon = name.find(':');
  if (colon == name.npos)
    return std::nullopt;
  const std::string before = name.substr(0, colon);
  PlaceOnBranch place{before, name.substr(colon + 1)};
  if (!before.starts_with("refs/"))
    place.ref = "refs/heads/" + before;
  const bool is_branch =
      place.ref.starts_with("refs/heads/") && IsRefName(place.ref);
  // Git knows other meanings of these.
  const bool is_clear = before != "HEAD" && !before.starts_with("heads/") &&
                        !before.starts_with("tags/") &&
                        !before.starts_with("remotes/");
  if (!is_branch || !is_clear || !IsProjectPath(place.path))
    return std::nullopt;
  return place;
}

}  // namespace commitgate
