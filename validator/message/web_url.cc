// SPDX-License-Identifier: MIT
#include "validator/message/web_url.h"

#include <algorithm>

#include "validator/message/github_url.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kSeparators = " \t,;";

/// What can stand in a URL: no blanks, control characters or brackets that
/// people put around one.
constexpr bool IsUrlCharacter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte != 0x7f && c != '<' && c != '>' && c != '"';
}

std::string_view AfterScheme(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (EqualsIgnoringCase(text.substr(0, scheme.size()), scheme))
      return text.substr(scheme.size());
  }
  return {};
}

bool IsConjunction(std::string_view word) {
  return word == "and" || word == "&";
}

/// A lone number is more likely a part of the URL before it.
bool IsListed(std::string_view word) {
  return IsWebUrl(word) || (!IsDigit(word.front()) && ParseGithubUrl(word));
}

}  // namespace

bool IsWebUrl(std::string_view text) {
  const std::string_view rest = AfterScheme(text);
  return !rest.empty() &&
         std::string_view("/?#:.").find(rest.front()) ==
             std::string_view::npos &&
         std::all_of(rest.begin(), rest.end(), IsUrlCharacter);
}

bool IsUrlList(std::string_view text) {
  size_t urls = 0;
  for (size_t begin = text.find_first_not_of(kSeparators);
       begin != std::string_view::npos;
       begin = text.find_first_not_of(kSeparators, begin)) {
    const size_t end =
        std::min(text.find_first_of(kSeparators, begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end;
    if (IsConjunction(word))
      continue;
    if (!IsListed(word))
      return false;
    ++urls;
  }
  return urls > 1;
}

}  // namespace commitgate
