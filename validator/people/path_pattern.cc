// SPDX-License-Identifier: MIT
#include "validator/people/path_pattern.h"

#include <algorithm>
#include <utility>

namespace commitgate {
namespace {

constexpr std::string_view kAnyParts = "**";
constexpr std::string_view kAnyPart = "*";

/// Whether a sequence, of which each element of `pattern` matches one of
/// `items`, but stars any number of them, matches all items.  Only what the
/// last star took has ever to be thought over: an earlier one that took more
/// would leave less for it.
template <class Pattern, class Items, class IsStar, class Matches>
bool MatchesAll(const Pattern& pattern, const Items& items,
                const IsStar& is_star, const Matches& matches,
                MatchingEffort& effort) {
  size_t next = 0;
  size_t behind_star = 0;
  size_t taken_by_star = 0;
  for (size_t item = 0; item < items.size();) {
    effort.Spend(1);
    if (next < pattern.size() && is_star(pattern[next])) {
      behind_star = ++next;
      taken_by_star = item;
    } else if (next < pattern.size() && matches(pattern[next], items[item])) {
      ++next;
      ++item;
    } else if (behind_star > 0) {
      next = behind_star;
      item = ++taken_by_star;
    } else {
      return false;
    }
  }
  return std::all_of(pattern.begin() + next, pattern.end(), is_star);
}

bool HasUnescaped(std::string_view text, std::string_view characters) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (characters.find(text[i]) != characters.npos)
      return true;
    if (text[i] == '\\')
      ++i;
  }
  return false;
}

bool EndsInsideEscape(std::string_view text) {
  const size_t backslashes = text.size() - (text.find_last_not_of('\\') + 1);
  return backslashes % 2 != 0;
}

/// A slash at its start or inside it, but for the one at its end.
bool BeginsAtTheTop(std::string_view text) {
  return text.find('/') < text.size() - 1;
}

}  // namespace

PathParts SplitPath(std::string_view path) {
  PathParts parts;
  for (size_t begin = 0, end = 0; begin <= path.size(); begin = end + 1) {
    end = std::min(path.find('/', begin), path.size());
    parts.push_back(path.substr(begin, end - begin));
  }
  return parts;
}

PathPattern::Part PathPattern::ReadPart(std::string_view text) {
  using Kind = Element::Kind;
  if (text == kAnyParts)
    return {.is_star = true};
  Part part;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*')
      part.elements.push_back({Kind::kStar});
    else if (text[i] == '?')
      part.elements.push_back({Kind::kAny});
    else if (text[i] == '\\')
      part.elements.push_back({Kind::kThis, text[++i]});
    else
      part.elements.push_back({Kind::kThis, text[i]});
  }
  return part;
}

PathPattern::PathPattern(std::string_view text) {
  const bool is_folder = text.ends_with('/');
  if (!BeginsAtTheTop(text))
    parts_.push_back(ReadPart(kAnyParts));
  if (text.starts_with('/'))
    text.remove_prefix(1);
  if (is_folder)
    text.remove_suffix(1);
  const PathParts parts = SplitPath(text);
  for (const std::string_view part : parts)
    parts_.push_back(ReadPart(part));
  const bool is_all_inside = is_folder || parts.back() == kAnyParts;
  if (is_all_inside || parts.back() != kAnyPart)
    parts_.push_back(ReadPart(kAnyParts));
  if (is_all_inside)
    parts_.push_back(ReadPart(kAnyPart));
}

bool PathPattern::Part::Matches(std::string_view name,
                                MatchingEffort& effort) const {
  return MatchesAll(
      elements, name,
      [](const Element& element) {
        return element.kind == Element::Kind::kStar;
      },
      [](const Element& element, char c) {
        return element.kind == Element::Kind::kAny || element.character == c;
      },
      effort);
}

bool PathPattern::Matches(const PathParts& path, MatchingEffort& effort) const {
  return MatchesAll(
      parts_, path, [](const Part& part) { return part.is_star; },
      [&](const Part& part, std::string_view name) {
        return part.Matches(name, effort);
      },
      effort);
}

std::string WhyNoPathPattern(std::string_view text) {
  if (text.empty())
    return "it is empty";
  if (text.starts_with('!'))
    return "'!' takes nothing back";
  if (HasUnescaped(text, "[]"))
    return "it has no ranges in brackets";
  if (text.find("***") != text.npos)
    return "three stars in a row mean nothing";
  if (EndsInsideEscape(text))
    return "nothing follows the last backslash";
  PathParts parts = SplitPath(text);
  if (parts.size() > 1 && parts.front().empty())
    parts.erase(parts.begin());
  if (parts.size() > 1 && parts.back().empty())
    parts.pop_back();
  for (const std::string_view part : parts)
    if (part.empty() || part == "." || part == "..")
      return "no path has an empty part, '.' or '..'";
  if (std::ranges::any_of(parts, EndsInsideEscape))
    return "a slash cannot be escaped";
  return "";
}

}  // namespace commitgate
