// SPDX-License-Identifier: MIT
#include "rules/deprecation_list.h"

#include <algorithm>

#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kRuntime = "Runtime";

/// The id that `text` begins with, or empty.
std::string_view IdAtStart(std::string_view text) {
  constexpr std::string_view kStart = "DEP";
  if (!text.starts_with(kStart))
    return {};
  const size_t end = std::min(
      text.find_first_not_of("0123456789X", kStart.size()), text.size());
  const bool is_word = end < text.size() && IsAlphanumeric(text[end]);
  return end == kStart.size() || is_word ? text.substr(0, 0)
                                         : text.substr(0, end);
}

/// The id of a heading, in backticks or not; empty where `line` is none.
std::string_view HeadingId(std::string_view line) {
  if (!line.starts_with('#'))
    return {};
  const size_t start = std::min(line.find_first_not_of("# `"), line.size());
  return IdAtStart(line.substr(start));
}

std::string_view AnchorId(std::string_view line) {
  constexpr std::string_view kAnchor = "<a id=\"";
  return line.starts_with(kAnchor) ? IdAtStart(line.substr(kAnchor.size()))
                                   : std::string_view();
}

void AddLine(std::string_view line, Deprecation& deprecation) {
  constexpr std::string_view kType = "Type:";
  if (line.starts_with(kType))
    deprecation.type = Trim(line.substr(kType.size()));
  if (line.find(kRuntime) != line.npos)
    deprecation.names_runtime = true;
}

}  // namespace

DeprecationList ReadDeprecations(std::string_view text) {
  DeprecationList list;
  Deprecation* current = nullptr;
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    if (const std::string_view id = AnchorId(line); !id.empty())
      ++list[id].anchors;
    if (const std::string_view id = HeadingId(line); !id.empty()) {
      current = &list[id];
      ++current->headings;
    } else if (current != nullptr) {
      AddLine(line, *current);
    }
  }
  return list;
}

}  // namespace commitgate
