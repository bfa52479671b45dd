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
using Anchor = GithubUrl::Anchor;

constexpr Option kOptions[] = {
    kRepositoryOption[0],
    {"accept", Option::Kind::kChoice, "issue-or-commit",
     "what a Fixes may name", "issue-or-commit commit"},
};

/// What is wrong with `url`, or nothing: a sentence's end.
std::optional<std::string> FindFault(const GithubUrl& url) {
  if (url.form != GithubUrl::Form::kHttps)
    return std::string(Describe(url.form));
  if (!url.rest.empty())
    return fmt::format("has {} behind the number", Quoted(url.rest));
  if (url.anchor == Anchor::kOther)
    return fmt::format("has {}, which is no comment or review",
                       Quoted(url.anchor_text));
  const bool points_inside =
      url.anchor == Anchor::kComment || url.anchor == Anchor::kReview;
  if (url.kind == Kind::kPullRequest && !points_inside)
    return "names a pull request, wanted an issue or a comment";
  return std::nullopt;
}

/// The URL that was meant; empty where that cannot be known.
std::string Repair(const GithubUrl& url, const Settings& settings) {
  std::string repaired =
      CanonicalUrl(url, Kind::kIssue, settings.Text("repository"));
  const auto parsed = ParseGithubUrl(repaired);
  return parsed && !FindFault(*parsed) ? repaired : "";
}

std::optional<Judgement> JudgeUrl(const GithubUrl& url,
                                  const Settings& settings) {
  auto fault = FindFault(url);
  if (!fault)
    return std::nullopt;
  return Judgement{std::move(*fault), Repair(url, settings)};
}

/// Where nothing but a commit is accepted.
std::optional<Judgement> JudgeAsCommit(std::string_view value) {
  if (value.empty())
    return Judgement{"is empty, wanted '<hash> (\"<subject>\")'"};
  const auto commit = ParseCommitReference(value);
  if (!commit)
    return Judgement{"is no commit, wanted '<hash> (\"<subject>\")'"};
  if (!commit->url.empty())
    return Judgement{
        "has a URL before the commit, wanted '<hash> (\"<subject>\")'"};
  return JudgeCommit(*commit);
}

std::optional<Judgement> Judge(std::string_view value,
                               const Settings& settings) {
  if (settings.Choice("accept") == "commit")
    return JudgeAsCommit(value);
  if (value.empty())
    return Judgement{"is empty, wanted the URL of an issue or a commit"};
  if (const auto url = ParseGithubUrl(value))
    return JudgeUrl(*url, settings);
  if (const auto commit = ParseCommitReference(value))
    return JudgeCommit(*commit);
  if (IsUrlList(value))
    return Judgement{"holds several URLs, wanted one a line"};
  return Judgement{
      "is neither the URL of an issue nor a commit, wanted "
      "'https://github.com/<owner>/<repository>/issues/<number>' or "
      "'<hash> (\"<subject>\")'"};
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  JudgeValues("Fixes", Judge, context, settings, reporter);
}

}  // namespace

constinit const Rule kFixesUrl = {
    .id = "fixes-url",
    .summary = "each Fixes names an issue by its full URL, or a commit",
    .why =
        "The Collaborator Guide asks for the full URL of the issue, or for the "
        "hash and the title of the commit: a bare number means something else "
        "in each repository that a commit is carried to.",
    .options = kOptions,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Fixes: #12",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Fixes: https://github.com/nodejs/node/issues/12",
    .check = Check,
};

}  // namespace commitgate
