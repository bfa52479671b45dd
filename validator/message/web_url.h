// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Whether all of `text` is a URL of the web: http or https, a host, no blanks.
bool IsWebUrl(std::string_view text);

/// Whether `text` lists several URLs, or short forms of GitHub's, separated by
/// blanks, commas, semicolons, `and` or `&`, and nothing else.
bool IsUrlList(std::string_view text);

}  // namespace commitgate
