// SPDX-License-Identifier: MIT
#include <optional>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/url_trailer.h"
#include "validator/message/github_url.h"
#include "validator/message/web_url.h"

namespace commitgate {
namespace {

std::optional<Judgement> Judge(std::string_view value,
                               const Settings& settings) {
  if (value.empty())
    return Judgement{"is empty, wanted a URL or a commit"};
  if (IsUrlList(value))
    return Judgement{"holds several URLs, wanted one a line"};
  if (IsWebUrl(value))
    return std::nullopt;
  if (const auto commit = ParseCommitReference(value))
    return JudgeCommit(*commit);
  if (const auto url = ParseGithubUrl(value))
    return Judgement{std::string(Describe(url->form)),
                     CanonicalUrl(*url, GithubUrl::Kind::kIssue,
                                  settings.Text("repository"))};
  return Judgement{
      "is neither a URL nor a commit, wanted one of them and nothing else"};
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Message& message = context.message();
  JudgeValues("Refs", Judge, context, settings, reporter);
  JudgeValues("Ref", Judge, context, settings, reporter);
  for (const Trailer* trailer : message.Metadata("Ref"))
    reporter.Warning(
        {message.SpanOf(*trailer, trailer->key),
         fmt::format("'{}' is misspelt, wanted 'Refs'", trailer->key),
         std::string(trailer->key), "Refs"});
}

}  // namespace

constinit const Rule kRefsUrl = {
    .id = "refs-url",
    .summary = "each Refs is a URL or names a commit",
    .why =
        "The Collaborator Guide asks for URLs of the background: a bare number "
        "means something else in each repository that a commit is carried to, "
        "and a hash alone tells people nothing.",
    .options = kRepositoryOption,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Refs: #12",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Refs: https://github.com/nodejs/node/issues/12",
    .check = Check,
};

}  // namespace commitgate
