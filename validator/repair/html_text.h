// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commitgate {

/// What a reader sees of a link, and where it leads.
struct HtmlLink {
  std::string text;
  /// Empty where it leads nowhere.
  std::string target;

  bool operator==(const HtmlLink&) const = default;
};

/// HTML without its markup.
struct HtmlText {
  std::string text;
  /// In the order of the text.
  std::vector<HtmlLink> links;
};

/// Reads a fragment such as GitHub makes of a description.  Every input is some
/// text; takes linear time.  A space that does not break is a blank.
HtmlText ReadHtml(std::string_view html);

}  // namespace commitgate
