// SPDX-License-Identifier: MIT
#include "validator/repair/html_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kNoBreakSpace = "\xc2\xa0";

using Entity = std::pair<std::string_view, std::string_view>;
constexpr std::array<Entity, 6> kEntities{{{"amp", "&"},
                                           {"apos", "'"},
                                           {"gt", ">"},
                                           {"lt", "<"},
                                           {"nbsp", " "},
                                           {"quot", "\""}}};

/// A character that is given by its number; empty where there is none such.
std::string FromNumber(std::string_view digits) {
  const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
  if (is_hex)
    digits.remove_prefix(1);
  utf8proc_int32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.begin(), digits.end(), number, is_hex ? 16 : 10);
  if (error != std::errc() || end != digits.end() || number <= 0 ||
      !utf8proc_codepoint_valid(number))
    return "";
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(number, bytes.data());
  std::string character(bytes.begin(), bytes.begin() + size);
  return character == kNoBreakSpace ? " " : character;
}

/// What `&name;` stands for; empty where that is not known.
std::string Decode(std::string_view name) {
  if (name.starts_with('#'))
    return FromNumber(name.substr(1));
  const auto* const found = std::ranges::find(kEntities, name, &Entity::first);
  return found == kEntities.end() ? "" : std::string(found->second);
}

/// Takes one character, or what stands for it, off the front.
std::string TakeCharacter(std::string_view& rest) {
  constexpr size_t kLongestEntity = 10;
  if (rest.front() == '&') {
    const size_t end = rest.substr(0, kLongestEntity).find(';');
    std::string decoded =
        end == rest.npos ? "" : Decode(rest.substr(1, end - 1));
    if (!decoded.empty()) {
      rest.remove_prefix(end + 1);
      return decoded;
    }
  }
  if (rest.starts_with(kNoBreakSpace)) {
    rest.remove_prefix(kNoBreakSpace.size());
    return " ";
  }
  std::string character(1, rest.front());
  rest.remove_prefix(1);
  return character;
}

std::string DecodeAll(std::string_view text) {
  std::string decoded;
  while (!text.empty())
    decoded += TakeCharacter(text);
  return decoded;
}

/// Takes what ends before any of `ends` off the front.
std::string_view TakeUntil(std::string_view& rest, std::string_view ends) {
  const std::string_view taken = rest.substr(0, rest.find_first_of(ends));
  rest.remove_prefix(taken.size());
  return taken;
}

void SkipSpaces(std::string_view& rest) {
  while (!rest.empty() && IsSpace(rest.front()))
    rest.remove_prefix(1);
}

/// Behind the `=` of an attribute.
std::string_view TakeValue(std::string_view& rest) {
  SkipSpaces(rest);
  if (!rest.starts_with('"') && !rest.starts_with('\''))
    return TakeUntil(rest, " \t\r\n>");
  const std::string_view quote = rest.substr(0, 1);
  rest.remove_prefix(1);
  const std::string_view value = TakeUntil(rest, quote);
  rest.remove_prefix(std::min<size_t>(1, rest.size()));
  return value;
}

/// What is of interest in `<a href="...">` or `</a>`.
struct Tag {
  std::string_view name;
  /// Still with entities.
  std::string_view target = {};
};

/// REQUIRES: IsTag.
Tag TakeTag(std::string_view& rest) {
  rest.remove_prefix(1);
  Tag tag{TakeUntil(rest, " \t\r\n>")};
  for (SkipSpaces(rest); !rest.empty() && rest.front() != '>';
       SkipSpaces(rest)) {
    const std::string_view name = TakeUntil(rest, " \t\r\n=>");
    SkipSpaces(rest);
    if (!rest.starts_with('='))
      continue;
    rest.remove_prefix(1);
    const std::string_view value = TakeValue(rest);
    if (EqualsIgnoringCase(name, "href") && tag.target.empty())
      tag.target = value;
  }
  rest.remove_prefix(std::min<size_t>(1, rest.size()));
  return tag;
}

bool IsTag(std::string_view rest) {
  return rest.size() > 1 && rest[0] == '<' &&
         (IsAlphanumeric(rest[1]) || rest[1] == '/' || rest[1] == '!');
}

void SkipComment(std::string_view& rest) {
  const size_t end = rest.find("-->");
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 3);
}

/// Collects the text, and that of the link it is in.
class Reader {
 public:
  void AddText(std::string_view text) {
    html_.text += text;
    if (in_link_)
      html_.links.back().text += text;
  }

  void Pass(const Tag& tag) {
    const bool begins = EqualsIgnoringCase(tag.name, "a");
    if (begins)
      html_.links.push_back({"", DecodeAll(tag.target)});
    if (begins || EqualsIgnoringCase(tag.name, "/a"))
      in_link_ = begins;
  }

  HtmlText Take() { return std::move(html_); }

 private:
  HtmlText html_;
  bool in_link_ = false;
};

}  // namespace

HtmlText ReadHtml(std::string_view html) {
  Reader reader;
  while (!html.empty()) {
    if (html.starts_with("<!--"))
      SkipComment(html);
    else if (IsTag(html))
      reader.Pass(TakeTag(html));
    else
      reader.AddText(TakeCharacter(html));
  }
  return reader.Take();
}

}  // namespace commitgate
