// SPDX-License-Identifier: MIT
#include "hooks/place_on_branch.h"

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
  const bool is_path = !place.path.empty() && !place.path.starts_with("./") &&
                       !place.path.starts_with("../") && place.path[0] != '/';
  if (!is_branch || !is_clear || !is_path)
    return std::nullopt;
  return place;
}

}  // namespace commitgate
