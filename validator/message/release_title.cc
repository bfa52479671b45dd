// SPDX-License-Identifier: MIT
#include "validator/message/release_title.h"

namespace commitgate {

std::optional<ReleaseTitle> ReadReleaseTitle(const Title& title) {
  if (!title.is_release)
    return std::nullopt;
  // `2024-05-02, Version 22.1.0 (Current)` and `Working on v22.1.1`.
  constexpr std::string_view kVersion = "Version ";
  constexpr std::string_view kWorkingOn = "orking on ";
  std::string_view text = title.line.text;
  const size_t version = text.find(kVersion);
  const size_t working_on = text.find(kWorkingOn);
  const bool is_begun = working_on < version;
  text.remove_prefix(is_begun ? working_on + kWorkingOn.size()
                              : version + kVersion.size());
  if (text.starts_with('v'))
    text.remove_prefix(1);
  return ReleaseTitle{text.substr(0, text.find_first_not_of("0123456789.")),
                      is_begun};
}

}  // namespace commitgate
