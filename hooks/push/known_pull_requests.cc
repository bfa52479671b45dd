// SPDX-License-Identifier: MIT
#include "hooks/push/known_pull_requests.h"

#include <set>

#include "hooks/push/ledger_place.h"
#include "hooks/push/pull_request.h"
#include "validator/error.h"
#include "validator/git/difference.h"
#include "validator/git/walk.h"

namespace commitgate {
namespace {

void AddUrls(const ObjectId& id, Bytes object, std::vector<std::string>& urls) {
  const Commit commit = ParseStoredCommit(id.Hex(), std::move(object));
  for (std::string& url : PullRequestsOf(commit.message))
    urls.push_back(std::move(url));
}

std::vector<std::string> UrlsOfHistory(const Repository& repository,
                                       const ObjectId& tip) {
  std::vector<std::string> urls;
  CommitWalk walk(repository, {tip}, {});
  while (auto step = walk.Next()) {
    if (!step->error.empty())
      throw Error(step->error);
    AddUrls(step->id, std::move(step->object), urls);
  }
  return urls;
}

std::vector<std::string> UrlsBetween(const Repository& repository,
                                     const ObjectId& from, const ObjectId& to) {
  std::vector<std::string> urls;
  for (const ObjectId& id : Difference(repository, to, {from}))
    AddUrls(id, repository.ReadCommit(id), urls);
  return urls;
}

/// What was there once may be gone from the repository, too.
bool IsBehind(const Repository& repository, const ObjectId& tip,
              const ObjectId& earlier) {
  try {
    return Reaches(repository, tip, earlier);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::optional<PullRequestIndex::Answer> AskIndex(
    const Repository& repository, const std::string& branch,
    const ObjectId& tip, const std::vector<std::string>& urls) {
  // An id does not name the whole history where that is cut off.
  if (repository.IsShallow())
    return std::nullopt;
  try {
    auto answer =
        PullRequestIndex::OpenToRead(PullRequestIndexPath(repository.GitDir()))
            .Ask(branch, urls);
    if (answer && IsBehind(repository, tip, answer->tip))
      return answer;
  } catch (const Error&) {
    // No index is as good as one, only slower.
  }
  return std::nullopt;
}

void IndexBranch(const Served& served, const std::string& branch) {
  const Repository& repository = served.repository;
  const std::optional<ObjectId> tip = repository.ReadRef(branch);
  if (!tip || repository.IsShallow())
    return;
  PullRequestIndex index =
      OpenPullRequestIndex(repository.GitDir(), served.config);
  const auto known = index.Ask(branch, {});
  if (known && known->tip == *tip)
    return;
  if (known && IsBehind(repository, *tip, known->tip))
    index.Advance(branch, known->tip, *tip,
                  UrlsBetween(repository, known->tip, *tip));
  else
    index.Replace(branch, *tip, UrlsOfHistory(repository, *tip));
}

void IndexSourcesOf(const Served& served,
                    const std::vector<std::string>& refs) {
  std::set<std::string> sources;
  for (const std::string& ref : refs) {
    const RefPolicy* const policy = served.policy.policy.push.Find(ref);
    if (!policy || !policy->backport_of)
      continue;
    if (const auto taken = policy->match.Match(ref))
      sources.insert(policy->backport_of->Fill(*taken));
  }
  for (const std::string& source : sources) {
    try {
      IndexBranch(served, source);
    } catch (const Error&) {
      // The next push walks the history, and this is tried again behind it.
    }
  }
}

}  // namespace commitgate
