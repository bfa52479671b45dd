// SPDX-License-Identifier: MIT
#include "hooks/project/git_repository_view.h"

#include <string>

#include "hooks/project/git_changes.h"
#include "validator/error.h"
#include "validator/git/difference.h"

namespace commitgate {
namespace {

/// Nothing where it is only a message: its id may be any word, and JSON can
/// tell another message of a stored commit.
std::optional<ObjectId> StoredId(const Commit& commit) {
  return commit.is_stored ? ObjectId::FromHex(commit.id) : std::nullopt;
}

/// The commit from which on history can be looked at: `from` itself, or what
/// becomes its parent; nothing on a branch without commits.
std::optional<ObjectId> StartOf(const Repository& repository,
                                const Commit& from) {
  if (const auto id = StoredId(from))
    return id;
  return repository.ReadRef("HEAD");
}

NamedCommit::Found FoundOf(CommitByPrefix::Match match) {
  switch (match) {
    case CommitByPrefix::Match::kCommit:
      return NamedCommit::Found::kCommit;
    case CommitByPrefix::Match::kAmbiguous:
      return NamedCommit::Found::kAmbiguous;
    case CommitByPrefix::Match::kNothing:
      break;
  }
  return NamedCommit::Found::kNothing;
}

std::string TitleOf(const Repository& repository, const ObjectId& id) {
  const Commit commit = ParseStoredCommit(id.Hex(), repository.ReadCommit(id));
  return std::string(commit.message.title.line.text);
}

NamedCommit FindFrom(const Repository& repository, std::string_view hex,
                     const Commit& from) {
  const CommitByPrefix match = repository.FindByPrefix(hex);
  NamedCommit named{.found = FoundOf(match.match)};
  if (named.found == NamedCommit::Found::kCommit) {
    const auto start = StartOf(repository, from);
    named.id = match.id.Hex();
    named.title = TitleOf(repository, match.id);
    named.is_ancestor = start && Reaches(repository, *start, match.id);
  }
  // What leads to it may be behind the end as well as itself.
  const bool is_unknown =
      named.found == NamedCommit::Found::kNothing ||
      (named.found == NamedCommit::Found::kCommit && !named.is_ancestor);
  if (is_unknown && repository.IsShallow())
    return {.found = NamedCommit::Found::kCutOff};
  return named;
}

}  // namespace

NamedCommit GitRepositoryView::Find(std::string_view hex,
                                    const Commit& from) const {
  return FindFrom(repository_.Get(), hex, from);
}

bool GitRepositoryView::Stores(const Commit& commit) const {
  const auto id = StoredId(commit);
  // Of a commit whose parents are cut off nobody knows what it changes.
  return id && !repository_.Get().IsShallowBoundary(*id);
}

std::shared_ptr<const Changes> GitRepositoryView::ChangesOf(
    const Commit& commit) const {
  const auto id = ObjectId::FromHex(commit.id);
  if (!id)
    throw Error("finding what '" + commit.id + "' changes: it is not stored");
  return std::make_shared<GitChanges>(repository_, history_, *id,
                                      View(commit.bytes));
}

}  // namespace commitgate
