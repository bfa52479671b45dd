// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/find_commit.h"
#include "rules/quoted_title.h"
#include "validator/engine/quoted.h"
#include "validator/message/commit_reference.h"
#include "validator/message/github_url.h"

namespace commitgate {
namespace {

/// To see whether a commit is an ancestor takes a walk through history.
constexpr size_t kMaxLookedUp = 50;
/// A message has one PR-URL; a hostile one has thousands.
constexpr size_t kMaxHomes = 10;

/// A trailer that names a commit.
struct Named {
  std::string_view key;
  const Trailer* trailer;
  CommitReference commit;
};

using Homes = std::vector<std::string>;

/// Where the repositories of the pull requests are that a message has, as their
/// URLs start.
Homes HomesOf(const Message& message) {
  Homes homes;
  for (const Trailer* const trailer : message.Metadata("PR-URL")) {
    const auto pull = ParseGithubUrl(trailer->value);
    if (pull && !pull->owner.empty() && homes.size() < kMaxHomes)
      homes.push_back(fmt::format("https://github.com/{}/{}", pull->owner,
                                  pull->repository));
  }
  return homes;
}

bool IsBelow(std::string_view url, std::string_view home) {
  return EqualsIgnoringCase(url.substr(0, home.size()), home) &&
         (url.size() == home.size() || url[home.size()] == '/');
}

/// A commit behind a URL is here only if the URL is.
bool IsHere(const CommitReference& commit, const Homes& homes) {
  return commit.url.empty() ||
         std::ranges::any_of(homes, [&](const std::string& home) {
           return IsBelow(commit.url, home);
         });
}

std::vector<Named> NamedCommits(const Message& message) {
  std::vector<Named> named;
  for (const std::string_view key : {"Fixes", "Refs"})
    for (const Trailer* const trailer : message.Metadata(key))
      if (const auto commit = ParseCommitReference(trailer->value))
        named.push_back({key, trailer, *commit});
  if (named.empty())
    return named;
  const Homes homes = HomesOf(message);
  std::erase_if(named,
                [&](const Named& one) { return !IsHere(one.commit, homes); });
  return named;
}

class Checker {
 public:
  Checker(const Context& context, Reporter& reporter)
      : context_(context), reporter_(reporter) {}

  void Check() const;

 private:
  void Judge(const Named& named) const;
  void JudgeFound(const Named& named, const NamedCommit& found) const;
  Level LevelOfNothing(const Named& named) const;
  /// `end` ends a sentence about the commit; `part` is what is wrong.
  void Report(Level level, const Named& named, std::string_view part,
              std::string_view end, std::string suggestion = {}) const;

  const Context& context_;
  Reporter& reporter_;
};

void Checker::Check() const {
  const std::vector<Named> named = NamedCommits(context_.message());
  for (size_t i = 0; i < std::min(named.size(), kMaxLookedUp); ++i)
    Judge(named[i]);
  if (named.size() > kMaxLookedUp)
    reporter_.Error(
        {Span{}, fmt::format("{} commits are named, at most {} are looked up",
                             named.size(), kMaxLookedUp)});
}

void Checker::Judge(const Named& named) const {
  using Found = NamedCommit::Found;
  const std::string_view hash = named.commit.hash;
  const NamedCommit found = FindCommit(hash, context_);
  switch (found.found) {
    case Found::kCommit:
      return JudgeFound(named, found);
    case Found::kNothing:
      return Report(LevelOfNothing(named), named, hash,
                    "which is no commit of this repository");
    case Found::kAmbiguous:
      return Report(Level::kWarning, named, hash,
                    "which is more than one object here, more digits are "
                    "wanted");
    case Found::kCutOff:
      return;
  }
}

/// What is referred to may be another project's, and a clone in which a commit
/// is made may lack branches that the repository has.
Level Checker::LevelOfNothing(const Named& named) const {
  const bool is_sure =
      named.key == "Fixes" && context_.stage == Stage::kLanding;
  return is_sure ? Level::kError : Level::kWarning;
}

void Checker::JudgeFound(const Named& named, const NamedCommit& found) const {
  const std::string_view subject = named.commit.subject;
  if (!Trim(subject).empty() && !QuotesTitle(subject, found.title))
    return Report(Level::kError, named, subject,
                  fmt::format("whose subject is {}", Quoted(found.title)),
                  found.title);
  // Picked onto a release line, a fix still names what it fixed elsewhere.
  if (named.key == "Fixes" && !found.is_ancestor &&
      context_.message().Metadata("Backport-PR-URL").empty())
    Report(Level::kWarning, named, named.commit.hash,
           "which is on another branch only");
}

void Checker::Report(Level level, const Named& named, std::string_view part,
                     std::string_view end, std::string suggestion) const {
  reporter_.Add(level, {context_.message().SpanOf(*named.trailer, part),
                        fmt::format("{} names {}, {}", named.key,
                                    Quoted(named.commit.hash), end),
                        std::string(part), std::move(suggestion)});
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  Checker(context, reporter).Check();
}

}  // namespace

constinit const Rule kFixesCommit = {
    .id = "fixes-commit",
    .summary = "a commit that Fixes or Refs names is there, with that subject",
    .why =
        "The hash of a commit is for programs, its subject for people.  Where "
        "they disagree one of the two is led astray, and a hash from before a "
        "rebase leads nowhere.",
    .needs = static_cast<Needs>(Need::kRepository),
    .check = Check,
};

}  // namespace commitgate
