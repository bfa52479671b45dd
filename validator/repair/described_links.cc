// SPDX-License-Identifier: MIT
#include "validator/repair/described_links.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <span>

#include "validator/message/github_url.h"
#include "validator/message/text.h"
#include "validator/message/web_url.h"
#include "validator/repair/html_text.h"

namespace commitgate {
namespace {

constexpr std::array<std::string_view, 9> kFixWords{
    "close", "closed",  "closes",   "fix",     "fixed",
    "fixes", "resolve", "resolved", "resolves"};
constexpr std::array<std::string_view, 2> kReferenceWords{"ref", "refs"};

/// The URL that a word stands for; empty where it stands for none.
using Resolve = std::function<std::string(std::string_view)>;

bool EndsWith(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         EqualsIgnoringCase(text.substr(text.size() - word.size()), word);
}

bool EndsWithAny(std::string_view text,
                 std::span<const std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return EndsWith(text, word); });
}

/// The words behind `words` and a colon.  They may be the ends of other words.
std::vector<std::string_view> WordsBehind(
    std::span<const std::string_view> words, std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  std::vector<std::string_view> found;
  size_t colon = text.find(':');
  while (colon != text.npos) {
    size_t next = colon + 1;
    const size_t begin = text.find_first_not_of(kSpaces, next);
    if (begin != text.npos &&
        EndsWithAny(TrimEnd(text.substr(0, colon)), words)) {
      next = std::min(text.find_first_of(kSpaces, begin), text.size());
      found.push_back(text.substr(begin, next - begin));
    }
    colon = text.find(':', next);
  }
  return found;
}

std::vector<std::string> ResolveAll(const std::vector<std::string_view>& words,
                                    const Resolve& resolve) {
  std::vector<std::string> urls;
  std::set<std::string> seen;
  for (const std::string_view word : words) {
    const std::string url = resolve(word);
    if (!url.empty() && seen.insert(url).second)
      urls.push_back(url);
  }
  return urls;
}

DescribedLinks FindLinks(std::string_view text, const Resolve& resolve) {
  return {ResolveAll(WordsBehind(kFixWords, text), resolve),
          ResolveAll(WordsBehind(kReferenceWords, text), resolve)};
}

std::string Expand(std::string_view word, std::string_view home) {
  const auto url = ParseGithubUrl(word);
  if (url)
    return CanonicalUrl(*url, GithubUrl::Kind::kIssue, home);
  return IsWebUrl(word) ? std::string(word) : "";
}

}  // namespace

DescribedLinks LinksOfHtml(std::string_view html) {
  const HtmlText read = ReadHtml(html);
  std::map<std::string_view, std::string_view> targets;
  for (const auto& [text, target] : read.links)
    if (IsWebUrl(target))
      targets.emplace(text, target);
  return FindLinks(read.text, [&](std::string_view word) {
    const auto found = targets.find(word);
    return std::string(found == targets.end() ? "" : found->second);
  });
}

DescribedLinks LinksOfText(std::string_view text, std::string_view home) {
  return FindLinks(text,
                   [&](std::string_view word) { return Expand(word, home); });
}

}  // namespace commitgate
