// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <optional>
#include <string>

#include "validator/git/git2_handle.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"

namespace commitgate {
namespace {

using Match = CommitByPrefix::Match;

/// Few objects share their first digits, unless somebody has made them so.
constexpr int kMostLookups = 1'000;

/// Looks for the commits among the objects whose names begin alike.
class PrefixSearch {
 public:
  explicit PrefixSearch(git_odb* odb) : odb_(odb) {}

  CommitByPrefix Run(std::string_view hex) {
    std::string prefix(hex);
    LookAt(prefix);
    return found_;
  }

 private:
  /// Goes on with each digit that may follow where several objects begin so.
  void LookAt(std::string& prefix) {
    if (found_.match == Match::kAmbiguous)
      return;
    if (--lookups_left_ < 0) {
      found_ = {Match::kAmbiguous, {}};
      return;
    }
    git_oid shortened{};
    git_oid whole{};
    if (Git2().oid_fromstrn(&shortened, prefix.data(), prefix.size()) < 0)
      return;
    const int code =
        Git2().odb_exists_prefix(&whole, odb_, &shortened, prefix.size());
    if (code == GIT_ENOTFOUND)
      return;
    if (code != GIT_EAMBIGUOUS) {
      Must(code, fmt::format("looking for object {}", prefix));
      Take(whole);
      return;
    }
    for (const char digit : std::string_view("0123456789abcdef")) {
      prefix.push_back(digit);
      LookAt(prefix);
      prefix.pop_back();
    }
  }

  void Take(const git_oid& oid) {
    size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const ObjectId id = FromGit2(oid);
    Must(Git2().odb_read_header(&size, &type, odb_, &oid),
         fmt::format("reading object {}", id.Hex()));
    if (type != GIT_OBJECT_COMMIT)
      return;
    if (found_.match == Match::kCommit && found_.id != id)
      found_ = {Match::kAmbiguous, {}};
    else
      found_ = {Match::kCommit, id};
  }

  git_odb* odb_;
  CommitByPrefix found_;
  int lookups_left_ = kMostLookups;
};

/// What libgit2 need not be asked for; nothing where it has to be.
std::optional<CommitByPrefix> FindInStore(const ObjectStore& objects,
                                          std::string_view hex) {
  const auto ids = objects.FindByPrefix(hex, kMostLookups);
  if (!ids)
    return std::nullopt;
  if (ids->size() == kMostLookups)
    return CommitByPrefix{Match::kAmbiguous, {}};
  CommitByPrefix found;
  for (const ObjectId& id : *ids) {
    const auto header = objects.ReadHeader(id);
    if (!header)
      return std::nullopt;
    if (header->type != ObjectType::kCommit)
      continue;
    if (found.match == Match::kCommit)
      return CommitByPrefix{Match::kAmbiguous, {}};
    found = {Match::kCommit, id};
  }
  return found;
}

}  // namespace

CommitByPrefix Repository::FindByPrefix(std::string_view hex) const {
  if (hex.size() < GIT_OID_MINPREFIXLEN || hex.size() > GIT_OID_HEXSZ)
    return {};
  if (const auto found = FindInStore(handles_->objects, hex))
    return *found;
  const auto turn = handles_->git2.Take();
  return PrefixSearch(turn.odb()).Run(hex);
}

}  // namespace commitgate
