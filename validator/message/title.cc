// SPDX-License-Identifier: MIT
#include "validator/message/title.h"

#include <algorithm>
#include <array>

#include "validator/message/starts_with.h"

namespace commitgate {
namespace {

constexpr std::array<std::string_view, 3> kAutosquash{"fixup! ", "squash! ",
                                                      "amend! "};
constexpr std::array<std::string_view, 2> kUndoing{"Revert", "Reapply"};

bool Consume(std::string_view& text, std::string_view start) {
  if (!StartsWith(text, start))
    return false;
  text.remove_prefix(start.size());
  return true;
}

bool ConsumeOneOf(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text.front()) == std::string_view::npos)
    return false;
  text.remove_prefix(1);
  return true;
}

bool ConsumeDigits(std::string_view& text, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (!ConsumeOneOf(text, "0123456789"))
      return false;
  }
  return true;
}

/// The ` (#N)` that ends `text`, or nothing.
std::string_view SquashNumber(std::string_view text) {
  constexpr std::string_view kOpening = " (#";
  if (!text.ends_with(')'))
    return {};
  size_t digits = text.size() - 1;
  while (digits > 0 && IsDigit(text[digits - 1]))
    --digits;
  if (digits == text.size() - 1 || !text.substr(0, digits).ends_with(kOpening))
    return {};
  return text.substr(digits - kOpening.size());
}

void TakeOffAutosquash(Title& title) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view marker : kAutosquash) {
      const std::string_view before = title.core;
      if (!Consume(title.core, marker))
        continue;
      if (title.autosquash.empty())
        title.autosquash = before.substr(0, marker.size());
      again = true;
    }
  }
}

void TakeOffSquashNumbers(Title& title) {
  while (true) {
    const std::string_view number = SquashNumber(title.core);
    if (number.empty())
      return;
    title.core.remove_suffix(number.size());
  }
}

/// Takes off one `Revert "…"` or `Reapply "…"`.
bool TakeOffUndoing(Title& title) {
  for (const std::string_view verb : kUndoing) {
    std::string_view quoted = title.core;
    if (!Consume(quoted, verb) || !Consume(quoted, " \"") ||
        !quoted.ends_with('"'))
      continue;
    quoted.remove_suffix(1);
    if (title.undoing.empty()) {
      title.undoing = title.core.substr(0, verb.size());
      title.undone = quoted;
    }
    title.core = quoted;
    return true;
  }
  return false;
}

/// Where the subsystems end: neither `std::vector` nor `https://` counts.
size_t FindColon(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ':')
      continue;
    const size_t end = std::min(text.find_first_not_of(':', i), text.size());
    if (end - i == 1 && !text.substr(end).starts_with("//"))
      return i;
    i = end - 1;
  }
  return std::string_view::npos;
}

void SplitCore(Title& title) {
  const size_t colon = FindColon(title.core);
  if (colon == std::string_view::npos) {
    title.prefix = title.core.substr(0, 0);
    title.text = title.core;
    return;
  }
  title.has_colon = true;
  title.prefix = title.core.substr(0, colon);
  title.text = title.core.substr(colon + 1);
  std::string_view rest = title.prefix;
  while (true) {
    const size_t comma = rest.find(',');
    title.subsystems.push_back(Trim(rest.substr(0, comma)));
    if (comma == std::string_view::npos)
      return;
    rest.remove_prefix(comma + 1);
  }
}

/// `2024-05-02, Version 22.1.0 (Current)`
bool StartsWithVersion(std::string_view text) {
  Consume(text, "meta: ");
  Consume(text, "Revert \"");
  if (!ConsumeDigits(text, 4) || !ConsumeOneOf(text, "-.") ||
      !ConsumeDigits(text, 2) || !ConsumeOneOf(text, "-.") ||
      !ConsumeDigits(text, 2))
    return false;
  Consume(text, ",");
  if (!Consume(text, " Version "))
    return false;
  Consume(text, "v");
  return ConsumeDigits(text, 1);
}

/// `Working on v22.1.1`
bool StartsWithWorkingOn(std::string_view text) {
  Consume(text, "Now ");
  return ConsumeOneOf(text, "Ww") && Consume(text, "orking on v") &&
         ConsumeDigits(text, 1);
}

}  // namespace

Title ParseTitle(const Line& line) {
  Title title;
  title.line = line;
  if (line.text.find('\t') != std::string_view::npos) {
    const std::string expanded = ExpandTabs(line.text);
    title.expanded.assign(expanded.begin(), expanded.end());
    title.line.text = {title.expanded.data(), title.expanded.size()};
  }
  title.squash_number = SquashNumber(title.line.text);
  title.core = title.line.text;
  // Each end is looked at once a level, or a long number at the end would be
  // read again for each marker at the start.
  do {
    TakeOffAutosquash(title);
    TakeOffSquashNumbers(title);
  } while (TakeOffUndoing(title));
  SplitCore(title);
  title.is_release = StartsWithVersion(title.line.text) ||
                     StartsWithWorkingOn(title.line.text);
  return title;
}

}  // namespace commitgate
