// SPDX-License-Identifier: MIT
#include "validator/repair/landing_request.h"

#include <fmt/core.h>

#include <iterator>
#include <list>

#include "validator/error.h"
#include "validator/message/commit_reference.h"
#include "validator/message/github_url.h"
#include "validator/message/printable.h"
#include "validator/message/web_url.h"
#include "validator/people/authors.h"
#include "validator/repair/named_reviewer.h"

namespace commitgate {
namespace {

using Kind = GithubUrl::Kind;

[[noreturn]] void Refuse(std::string_view key, std::string_view value,
                         std::string_view reason) {
  throw Error(fmt::format("making metadata: {} '{}' {}", key, Printable(value),
                          reason));
}

std::string PullRequestUrl(std::string_view key, const std::string& words) {
  const auto url = ParseGithubUrl(words);
  if (!url || url->form == GithubUrl::Form::kNumber ||
      url->kind == Kind::kIssue || !url->rest.empty())
    Refuse(key, words,
           "is not the URL of a pull request, wanted "
           "'https://github.com/<owner>/<repository>/pull/<number>'");
  GithubUrl canonical = *url;
  canonical.anchor_text = {};
  return CanonicalUrl(canonical, Kind::kPullRequest, "");
}

/// The `owner/repository` of a pull request; empty where there is none.
std::string RepositoryOf(std::string_view pr_url) {
  const auto url = ParseGithubUrl(pr_url);
  return url && !url->owner.empty()
             ? fmt::format("{}/{}", url->owner, url->repository)
             : "";
}

/// What bare numbers belong to.
std::string HomeOf(const LandingMetadata& metadata, const Message& message) {
  for (const std::string& url : {metadata.pr_url, metadata.backport_pr_url})
    if (!url.empty())
      return RepositoryOf(url);
  const auto own = message.Metadata("PR-URL");
  return own.empty() ? "" : RepositoryOf((*own.begin())->value);
}

std::string Expand(std::string_view key, const std::string& words,
                   const std::string& home) {
  if (const auto url = ParseGithubUrl(words)) {
    std::string expanded = CanonicalUrl(*url, Kind::kIssue, home);
    if (expanded.empty())
      Refuse(key, words, "is a number, which needs the URL of a pull request");
    return expanded;
  }
  if (!IsWebUrl(words) && !ParseCommitReference(words))
    Refuse(key, words, "is neither a URL, nor a number, nor a commit");
  return words;
}

/// The reviewers of one change, each once.
class Reviewers {
 public:
  Reviewers(const PersonSet& authors, const People& people)
      : authors_(authors), people_(people), known_(people) {}

  void AddNamed(const std::string& words) {
    const std::string contact = NamedReviewer(words, people_.roster);
    const Mailbox mailbox = ParseMailbox(contact).mailbox;
    if (authors_.Contains(mailbox))
      Refuse("reviewer", words,
             "is an author of the change, wanted somebody else");
    Add(contact);
  }

  void AddApproval(const std::string& login, const PullRequest& pull_request) {
    const Member* const member = people_.roster->FindByLogin(login);
    if (member == nullptr || !member->IsIn(kCollaborators))
      return LeaveOut(login, "is no collaborator");
    const bool is_author = EqualsIgnoringCase(login, pull_request.author) ||
                           authors_.Contains({member->name, member->email});
    if (is_author)
      return LeaveOut(login, "is an author of the change");
    Add(member->Contact());
  }

  void MoveTo(LandingAnswer& answer) {
    answer.metadata.reviewers.emplace(std::move_iterator(contacts_.begin()),
                                      std::move_iterator(contacts_.end()));
    answer.notes = std::move(notes_);
  }

 private:
  void Add(std::string contact) {
    if (known_.Contains(ParseMailbox(contact).mailbox))
      return;
    contacts_.push_back(std::move(contact));
    known_.Add(ParseMailbox(contacts_.back()).mailbox);
  }

  void LeaveOut(const std::string& login, std::string_view why) {
    notes_.push_back(fmt::format("left out the approval of '{}', who {}",
                                 Printable(login), why));
  }

  const PersonSet& authors_;
  People people_;
  PersonSet known_;
  /// In a list, for `known_` has views into them.
  std::list<std::string> contacts_;
  std::vector<std::string> notes_;
};

void AnswerReviewers(const LandingRequest& request, const Commit& commit,
                     const People& people, LandingAnswer& answer) {
  const auto& pull_request = request.pull_request;
  if (!pull_request && request.reviewers.empty())
    return;
  const bool has_approvals = pull_request && !pull_request->approvers.empty();
  if (has_approvals && people.roster == nullptr)
    throw Error(
        "making metadata: approvals need a roster, which knows names and "
        "addresses");
  const PersonSet authors = AuthorsOf(commit, people);
  Reviewers reviewers(authors, people);
  if (has_approvals)
    for (const std::string& login : pull_request->approvers)
      reviewers.AddApproval(login, *pull_request);
  for (const std::string& words : request.reviewers)
    reviewers.AddNamed(words);
  reviewers.MoveTo(answer);
}

void AnswerUrls(const LandingRequest& request, LandingMetadata& metadata) {
  if (!request.pr_url.empty())
    metadata.pr_url = PullRequestUrl("PR-URL", request.pr_url);
  if (!request.backport_pr_url.empty())
    metadata.backport_pr_url =
        PullRequestUrl("Backport-PR-URL", request.backport_pr_url);
  if (!request.pull_request)
    return;
  metadata.fixes = request.pull_request->links.fixes;
  metadata.refs = request.pull_request->links.refs;
  (request.is_backport ? metadata.backport_pr_url : metadata.pr_url) =
      request.pull_request->url;
}

}  // namespace

LandingAnswer Answer(const LandingRequest& request, const Commit& commit,
                     const People& people) {
  LandingAnswer answer;
  LandingMetadata& metadata = answer.metadata;
  AnswerUrls(request, metadata);
  const std::string home = HomeOf(metadata, commit.message);
  for (const std::string& words : request.fixes)
    metadata.fixes.push_back(Expand("Fixes", words, home));
  for (const std::string& words : request.refs)
    metadata.refs.push_back(Expand("Refs", words, home));
  AnswerReviewers(request, commit, people, answer);
  return answer;
}

}  // namespace commitgate
