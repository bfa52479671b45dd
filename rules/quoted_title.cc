// SPDX-License-Identifier: MIT
#include "rules/quoted_title.h"

#include <array>
#include <string>

#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::array<std::string_view, 2> kEllipses = {"...", "\u2026"};

/// With one blank between words and none around them.
std::string Collapsed(std::string_view text) {
  std::string collapsed;
  for (const char c : Trim(text)) {
    if (!IsSpace(c))
      collapsed += c;
    else if (!collapsed.ends_with(' '))
      collapsed += ' ';
  }
  return collapsed;
}

/// Without the numbers that web merges put behind it.
std::string_view WithoutNumbers(std::string_view title) {
  constexpr std::string_view kOpening = " (#";
  while (title.ends_with(')')) {
    const size_t last = title.find_last_not_of("0123456789", title.size() - 2);
    const size_t digits = last + 1;
    if (last == title.npos || digits == title.size() - 1 ||
        !title.substr(0, digits).ends_with(kOpening))
      return title;
    title = title.substr(0, digits - kOpening.size());
  }
  return title;
}

}  // namespace

bool QuotesTitle(std::string_view quoted, std::string_view title) {
  const std::string ours = Collapsed(quoted);
  const std::string theirs = Collapsed(title);
  if (WithoutNumbers(ours) == WithoutNumbers(theirs))
    return true;
  for (const std::string_view ellipsis : kEllipses) {
    if (!ours.ends_with(ellipsis))
      continue;
    const std::string_view start = TrimEnd(
        std::string_view(ours).substr(0, ours.size() - ellipsis.size()));
    return !start.empty() && theirs.starts_with(start);
  }
  return false;
}

}  // namespace commitgate
