// SPDX-License-Identifier: MIT
#include "validator/repair/pull_request.h"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "validator/error.h"
#include "validator/message/github_url.h"
#include "validator/message/printable.h"
#include "validator/repair/approvals.h"

namespace commitgate {
namespace {

using Json = nlohmann::json;

[[noreturn]] void Fail(std::string_view reason) {
  throw Error(fmt::format("reading the pull request: {}", reason));
}

/// A value of the document, and where it stands in it.
struct JsonPlace {
  const Json& value;
  std::string path;

  /// Nothing where it is missing or null.
  std::optional<JsonPlace> Find(const char* key) const;
  JsonPlace At(const char* key) const;
  const std::string& Text() const;
  /// The text at `key`; empty where there is none.
  std::string TextIfAny(const char* key) const;
  std::vector<JsonPlace> Elements() const;
};

[[noreturn]] void FailKind(const JsonPlace& place, std::string_view wanted) {
  const std::string_view kind = place.value.type_name();
  Fail(fmt::format("'{}' is of the kind {}, wanted {}", place.path, kind,
                   wanted));
}

std::optional<JsonPlace> JsonPlace::Find(const char* key) const {
  if (!value.is_object())
    FailKind(*this, "an object");
  const auto found = value.find(key);
  if (found == value.end() || found->is_null())
    return std::nullopt;
  return JsonPlace{*found,
                   path.empty() ? key : fmt::format("{}.{}", path, key)};
}

JsonPlace JsonPlace::At(const char* key) const {
  if (auto found = Find(key))
    return *found;
  Fail(fmt::format("'{}{}{}' is missing", path, path.empty() ? "" : ".", key));
}

const std::string& JsonPlace::Text() const {
  if (!value.is_string())
    FailKind(*this, "a string");
  return value.get_ref<const std::string&>();
}

std::string JsonPlace::TextIfAny(const char* key) const {
  const auto found = Find(key);
  return found ? found->Text() : "";
}

std::vector<JsonPlace> JsonPlace::Elements() const {
  if (!value.is_array())
    FailKind(*this, "an array");
  std::vector<JsonPlace> elements;
  for (size_t i = 0; i < value.size(); ++i)
    elements.push_back({value[i], fmt::format("{}[{}]", path, i)});
  return elements;
}

Json Parse(std::string_view text) {
  if (text.size() > kMaxPullRequest)
    Fail(fmt::format("it is larger than {} bytes", kMaxPullRequest));
  try {
    return Json::parse(text);
  } catch (const Json::exception& error) {
    const std::string_view what = error.what();
    const size_t bracket = what.find("] ");
    Fail(Printable(what.substr(bracket == what.npos ? 0 : bracket + 2)));
  }
}

/// Empty where the account is gone, or none of a person.
std::string LoginOf(const JsonPlace& place) {
  const auto author = place.Find("author");
  return author ? author->TextIfAny("login") : "";
}

/// A page that is missing could take an approval back.
void RequireAllPages(const JsonPlace& connection) {
  const auto info = connection.Find("pageInfo");
  const auto more = info ? info->Find("hasNextPage") : std::nullopt;
  if (more && more->value != false)
    Fail(fmt::format("'{}' says that there are more, wanted all of them",
                     more->path));
}

/// What people said, in the order of time; those without a login are gone.
std::vector<Review> ReadReviews(const JsonPlace& connection) {
  RequireAllPages(connection);
  std::vector<Review> reviews;
  for (const JsonPlace& node : connection.At("nodes").Elements()) {
    Review review{LoginOf(node), node.TextIfAny("state"),
                  node.TextIfAny("bodyText"), node.TextIfAny("publishedAt")};
    if (!review.login.empty())
      reviews.push_back(std::move(review));
  }
  std::ranges::stable_sort(reviews, {}, &Review::time);
  return reviews;
}

std::vector<std::string> ReadApprovers(const JsonPlace& pull_request) {
  Approvals approvals;
  for (const Review& review : ReadReviews(pull_request.At("reviews")))
    approvals.AddReview(review);
  if (const auto comments = pull_request.Find("comments"))
    for (const Review& comment : ReadReviews(*comments))
      approvals.AddComment(comment);
  return approvals.Logins();
}

/// The parts of the URL; views into it.
GithubUrl ParseUrl(const JsonPlace& url) {
  const auto parsed = ParseGithubUrl(url.Text());
  using Kind = GithubUrl::Kind;
  if (!parsed || parsed->kind != Kind::kPullRequest ||
      CanonicalUrl(*parsed, Kind::kPullRequest, "") != url.Text())
    Fail(fmt::format("'{}' is '{}', wanted the URL of a pull request", url.path,
                     Printable(url.Text())));
  return *parsed;
}

DescribedLinks ReadLinks(const JsonPlace& pull_request, const GithubUrl& url) {
  if (const auto html = pull_request.Find("bodyHTML"))
    return LinksOfHtml(html->Text());
  const auto text = pull_request.Find("bodyText");
  if (!text)
    Fail(fmt::format("'{0}.bodyHTML' is missing, and so is '{0}.bodyText'",
                     pull_request.path));
  return LinksOfText(text->Text(),
                     fmt::format("{}/{}", url.owner, url.repository));
}

}  // namespace

PullRequest ReadPullRequest(std::string_view json) {
  const Json document = Parse(json);
  const JsonPlace root{document, ""};
  const JsonPlace place = root.At("data").At("repository").At("pullRequest");
  const JsonPlace url = place.At("url");
  return {url.Text(), LoginOf(place), ReadLinks(place, ParseUrl(url)),
          ReadApprovers(place)};
}

}  // namespace commitgate
