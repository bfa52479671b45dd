// SPDX-License-Identifier: MIT
#include <optional>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/url_trailer.h"
#include "validator/engine/quoted.h"
#include "validator/message/github_url.h"
#include "validator/message/web_url.h"

namespace commitgate {
namespace {

using Kind = GithubUrl::Kind;

/// What is wrong with `url`, or nothing: a sentence's end.
std::optional<std::string> FindFault(const GithubUrl& url) {
  if (url.kind == Kind::kIssue)
    return "is the URL of an issue, wanted a pull request's";
  if (url.form != GithubUrl::Form::kHttps)
    return std::string(Describe(url.form));
  if (url.rest.empty() && url.anchor_text.empty())
    return std::nullopt;
  const std::string behind = fmt::format("{}{}", url.rest, url.anchor_text);
  return fmt::format("has {} behind the number", Quoted(behind));
}

/// The URL that was meant; empty where that cannot be known: an issue may have
/// any pull request.
std::string Repair(GithubUrl url, const Settings& settings) {
  if (url.kind == Kind::kIssue)
    return "";
  url.anchor_text = {};
  return CanonicalUrl(url, Kind::kPullRequest, settings.Text("repository"));
}

std::optional<Judgement> Judge(std::string_view value,
                               const Settings& settings) {
  if (value.empty())
    return Judgement{"is empty, wanted the URL of a pull request"};
  if (const auto url = ParseGithubUrl(value)) {
    auto fault = FindFault(*url);
    if (!fault)
      return std::nullopt;
    return Judgement{std::move(*fault), Repair(*url, settings)};
  }
  if (IsUrlList(value))
    return Judgement{"holds several URLs, wanted one"};
  return Judgement{
      "is not the URL of a pull request, wanted "
      "'https://github.com/<owner>/<repository>/pull/<number>'"};
}

/// Without the slash that may end a URL.
std::string_view Comparable(std::string_view value) {
  return value.ends_with('/') ? value.substr(0, value.size() - 1) : value;
}

/// Reports that there is `trailer` besides `first`, both in order.
void ReportSecond(const Message& message, const Trailer& trailer,
                  const Trailer& first, Reporter& reporter) {
  const bool same = Comparable(trailer.value) == Comparable(first.value);
  reporter.Add(same ? Level::kWarning : Level::kError,
               {message.SpanOf(trailer, trailer.value),
                fmt::format("PR-URL {} the one on line {}, wanted one",
                            same ? "repeats" : "differs from",
                            message.lines[first.first_line].number),
                std::string(trailer.value)});
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Message& message = context.message();
  const auto urls = message.Metadata("PR-URL");
  if (urls.empty())
    reporter.Error({Span{}, "PR-URL is missing"});
  const Trailer* first = nullptr;
  for (const Trailer* trailer : urls) {
    if (auto judgement = Judge(trailer->value, settings)) {
      ReportValue("PR-URL", *trailer, std::move(*judgement), message, reporter);
      continue;
    }
    if (first)
      ReportSecond(message, *trailer, *first, reporter);
    else
      first = trailer;
  }
}

}  // namespace

constinit const Rule kPrUrl = {
    .id = "pr-url",
    .summary = "one PR-URL names the pull request on GitHub",
    .why =
        "The Collaborator Guide asks for the full URL of the pull request, so "
        "that a commit can be traced back to its discussion, whatever the "
        "repository it ends up in.",
    .landing_only = true,
    .options = kRepositoryOption,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "PR-URL: #12",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "PR-URL: https://github.com/nodejs/node/pull/12",
    .check = Check,
};

}  // namespace commitgate
