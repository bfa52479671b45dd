// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <optional>

#include "rules/catalog.h"
#include "validator/message/commit_reference.h"
#include "validator/message/github_url.h"
#include "validator/message/web_url.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"repository", Option::Kind::kText, "nodejs/node",
     "owner/repository that a bare number belongs to, for suggestions"},
};

struct Judgement {
  std::string fault;
  std::string suggestion = {};
  Level level = Level::kError;
};

std::optional<Judgement> JudgeCommit(const CommitReference& commit) {
  using Fault = CommitReference::Fault;
  if (commit.fault == Fault::kNone)
    return std::nullopt;
  const bool is_short = commit.fault == Fault::kShortHash;
  return Judgement{.fault = std::string(Describe(commit.fault)),
                   .level = is_short ? Level::kWarning : Level::kError};
}

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

void JudgeAll(std::string_view key, const Message& message,
              const Settings& settings, Reporter& reporter) {
  for (const Trailer* trailer : message.Metadata(key)) {
    auto judgement = Judge(trailer->value, settings);
    if (!judgement)
      continue;
    const std::string_view part =
        trailer->value.empty() ? trailer->key : trailer->value;
    reporter.Add(judgement->level, {message.SpanOf(*trailer, part),
                                    fmt::format("{} {}", key, judgement->fault),
                                    std::string(trailer->value),
                                    std::move(judgement->suggestion)});
  }
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Message& message = context.message();
  JudgeAll("Refs", message, settings, reporter);
  JudgeAll("Ref", message, settings, reporter);
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
    .options = kOptions,
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
