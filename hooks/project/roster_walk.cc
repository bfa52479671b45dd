// SPDX-License-Identifier: MIT
#include "hooks/project/roster_walk.h"

#include <fmt/core.h>

#include <algorithm>

#include "validator/error.h"
#include "validator/git/first_parent.h"
#include "validator/message/commit.h"
#include "validator/message/lower_case.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

std::optional<ObjectId> ParentOf(const Repository& repository,
                                 const ObjectId& commit) {
  if (repository.IsShallowBoundary(commit))
    return std::nullopt;
  return FirstParent(View(repository.ReadCommit(commit)));
}

RosterHistory::Removal RemovalBy(const Repository& repository,
                                 const ObjectId& id) {
  const Commit commit = ParseStoredCommit(id.Hex(), repository.ReadCommit(id));
  return {id.Hex(), std::string(commit.message.title.line.text)};
}

/// Nobody where it cannot be understood: somebody has repaired it since.
std::vector<Member> MembersOf(const std::string& path, std::string_view text) {
  try {
    return Roster::Read(path, text).members();
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::optional<RosterHistory::Removal> RosterWalk::Find(
    const Repository& repository, std::string_view email) {
  const std::string address = LowerCase(email);
  if (!started_)
    Start(repository);
  for (;;) {
    const auto known = removals_.find(address);
    if (known != removals_.end())
      return known->second;
    if (!next_)
      return std::nullopt;
    RequireTime();
    Step(repository);
  }
}

/// Looks at the clock every few steps, for most of them are short.
void RosterWalk::RequireTime() const {
  constexpr int kFew = 16;
  if (is_late_ && commits_left_ % kFew == 0 && is_late_())
    throw Error(fmt::format(
        "looking for earlier versions of '{}': it takes longer than the "
        "deadline",
        path_));
}

void RosterWalk::Start(const Repository& repository) {
  commit_ = repository.ResolveCommit(revision_);
  version_ = repository.FindBlob(commit_, path_);
  AddVersion(repository, version_, std::nullopt);
  next_ = ParentOf(repository, commit_);
  started_ = true;
}

void RosterWalk::Step(const Repository& repository) {
  const ObjectId commit = *next_;
  const auto version = repository.FindBlob(commit, path_);
  if (version != version_)
    AddVersion(repository, version, RemovalBy(repository, commit_));
  const bool goes_on = commits_left_ > 1 && bytes_left_ > 0;
  next_ = goes_on ? ParentOf(repository, commit) : std::nullopt;
  // Only now that all could be read: who asks again begins where this began.
  commit_ = commit;
  version_ = version;
  --commits_left_;
}

/// What was found of an address before, in newer versions, stays.
void RosterWalk::AddVersion(const Repository& repository,
                            const std::optional<ObjectId>& version,
                            const std::optional<Removal>& removal) {
  if (!version)
    return;
  const auto text = repository.ReadBlob(*version, bytes_left_);
  bytes_left_ -= text ? text->size() : bytes_left_;
  for (const Member& member : MembersOf(path_, text.value_or(""))) {
    if (member.groups.empty())
      continue;
    removals_.emplace(LowerCase(member.email), removal);
    for (const std::string& other : member.other_emails)
      removals_.emplace(LowerCase(other), removal);
  }
}

}  // namespace commitgate
