// SPDX-License-Identifier: MIT
#include "validator/message/github_url.h"

#include <fmt/core.h>

#include <algorithm>

#include "validator/message/character_set.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

using Form = GithubUrl::Form;
using Kind = GithubUrl::Kind;
using Anchor = GithubUrl::Anchor;

bool Take(std::string_view& text, std::string_view prefix) {
  if (!EqualsIgnoringCase(text.substr(0, prefix.size()), prefix))
    return false;
  text.remove_prefix(prefix.size());
  return true;
}

constexpr CharacterSet kNameCharacters(IsGithubNameCharacter);
constexpr CharacterSet kDigits(IsDigit);

std::string_view TakeWhile(std::string_view& text,
                           const CharacterSet& accepted) {
  const std::string_view taken = text.substr(0, accepted.RunIn(text));
  text.remove_prefix(taken.size());
  return taken;
}

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

bool IsNumbered(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) && IsNumber(text.substr(prefix.size()));
}

bool TakeOwnerAndRepository(std::string_view& text, GithubUrl& url) {
  url.owner = TakeWhile(text, kNameCharacters);
  if (!Take(text, "/"))
    return false;
  url.repository = TakeWhile(text, kNameCharacters);
  const auto is_name = [](std::string_view name) {
    return !name.empty() && name != "." && name != "..";
  };
  return is_name(url.owner) && is_name(url.repository);
}

std::optional<Form> TakeHost(std::string_view& text) {
  const bool https = Take(text, "https://");
  const bool http = !https && Take(text, "http://");
  const bool www = Take(text, "www.");
  if (!Take(text, "github.com/"))
    return std::nullopt;
  if (http)
    return Form::kHttp;
  if (!https)
    return Form::kNoScheme;
  return www ? Form::kWww : Form::kHttps;
}

Kind TakeKind(std::string_view& text) {
  if (Take(text, "/issues/"))
    return Kind::kIssue;
  if (Take(text, "/pull/"))
    return Kind::kPullRequest;
  return Kind::kUnknown;
}

Anchor AnchorOf(std::string_view text) {
  if (text.empty())
    return Anchor::kNone;
  if (IsNumbered(text, "#issue-"))
    return Anchor::kDescription;
  if (IsNumbered(text, "#issuecomment-"))
    return Anchor::kComment;
  for (const auto prefix :
       {"#discussion_r", "#pullrequestreview-", "/files#r"}) {
    if (IsNumbered(text, prefix))
      return Anchor::kReview;
  }
  return Anchor::kOther;
}

void ReadTail(std::string_view tail, GithubUrl& url) {
  if (tail.ends_with('/'))
    tail.remove_suffix(1);
  const size_t anchor =
      tail.starts_with("/files#r") ? 0 : std::min(tail.find('#'), tail.size());
  url.rest = tail.substr(0, anchor);
  url.anchor_text = tail.substr(anchor);
  url.anchor = AnchorOf(url.anchor_text);
}

std::optional<GithubUrl> ParseFull(std::string_view text) {
  const std::optional<Form> form = TakeHost(text);
  GithubUrl url;
  if (!form || !TakeOwnerAndRepository(text, url))
    return std::nullopt;
  url.form = *form;
  url.kind = TakeKind(text);
  url.number = TakeWhile(text, kDigits);
  if (url.kind == Kind::kUnknown || url.number.empty())
    return std::nullopt;
  ReadTail(text, url);
  return url;
}

std::optional<GithubUrl> ParseShort(std::string_view text) {
  GithubUrl url;
  url.form = Form::kShort;
  if (!TakeOwnerAndRepository(text, url) || !IsNumbered(text, "#"))
    return std::nullopt;
  url.number = text.substr(1);
  return url;
}

std::optional<GithubUrl> ParseNumber(std::string_view text) {
  if (!Take(text, "#"))
    Take(text, "GH-");
  if (!IsNumber(text))
    return std::nullopt;
  GithubUrl url;
  url.form = Form::kNumber;
  url.number = text;
  return url;
}

}  // namespace

std::optional<GithubUrl> ParseGithubUrl(std::string_view text) {
  constexpr size_t kNowhere = std::string_view::npos;
  if (text.find(' ') != kNowhere || text.find('\t') != kNowhere)
    return std::nullopt;
  for (const auto parse : {ParseFull, ParseShort, ParseNumber}) {
    if (auto url = parse(text))
      return url;
  }
  return std::nullopt;
}

std::string_view Describe(Form form) {
  switch (form) {
    case Form::kHttps:
      break;
    case Form::kHttp:
      return "starts with 'http:', wanted 'https:'";
    case Form::kWww:
      return "has the host 'www.github.com', wanted 'github.com'";
    case Form::kNoScheme:
      return "does not start with 'https://'";
    case Form::kShort:
      return "is short for a URL, wanted the whole URL";
    case Form::kNumber:
      return "is a number, wanted the whole URL";
  }
  return "";
}

std::string CanonicalUrl(const GithubUrl& url, Kind kind,
                         std::string_view home) {
  const bool at_home = url.form == Form::kNumber;
  if (at_home && home.empty())
    return "";
  const std::string repository =
      at_home ? std::string(home)
              : fmt::format("{}/{}", url.owner, url.repository);
  if (url.kind != Kind::kUnknown)
    kind = url.kind;
  return fmt::format("https://github.com/{}/{}/{}{}", repository,
                     kind == Kind::kPullRequest ? "pull" : "issues", url.number,
                     url.anchor == Anchor::kOther ? "" : url.anchor_text);
}

}  // namespace commitgate
