// SPDX-License-Identifier: MIT
#include "commands/revision_source.h"

#include <vector>

#include "validator/error.h"

namespace commitgate {
namespace {

/// libgit2 takes `a^@` for the first parent alone.
void RefuseSeveral(const std::string& revision) {
  if (revision.find("^@") != revision.npos)
    throw Error("'" + revision + "' stands for several commits, name each");
}

/// The ends of `a..b` or `a...b`; a missing end is HEAD, as for git.
struct Range {
  std::string from;
  std::string to;
  bool symmetric = false;
};

std::optional<Range> ParseRange(const std::string& revision) {
  const size_t dots = revision.find("..");
  if (dots == revision.npos)
    return std::nullopt;
  const bool symmetric = revision.compare(dots, 3, "...") == 0;
  Range range{revision.substr(0, dots),
              revision.substr(dots + (symmetric ? 3 : 2)), symmetric};
  for (std::string* end : {&range.from, &range.to})
    if (end->empty())
      *end = "HEAD";
  return range;
}

}  // namespace

RevisionSource::RevisionSource(
    const Repository& repository, Reach reach,
    std::function<std::optional<std::string>()> next_revision)
    : repository_(repository),
      reach_(reach),
      next_revision_(std::move(next_revision)) {}

std::optional<UnjudgedCommit> RevisionSource::Next() {
  for (;;) {
    if (auto unjudged = Step())
      return unjudged;
    const std::optional<std::string> revision = next_revision_();
    if (!revision)
      return std::nullopt;
    try {
      RefuseSeveral(*revision);
      if (reach_ == Reach::kCommit && !ParseRange(*revision))
        return Read(*revision);
      StartWalk(*revision);
    } catch (const Error& error) {
      return Unreadable(*revision, error.what());
    }
  }
}

std::optional<UnjudgedCommit> RevisionSource::Step() {
  if (cut_off_) {
    const std::string id = *cut_off_;
    cut_off_.reset();
    return Unreadable(
        id, "the clone is shallow: what comes before this commit is missing");
  }
  if (!walk_)
    return std::nullopt;
  std::optional<CommitWalk::Step> step = walk_->Next();
  if (!step) {
    walk_.reset();
    return std::nullopt;
  }
  if (!step->error.empty())
    return Unreadable(step->id.Hex(), std::move(step->error));
  UnjudgedCommit unjudged;
  unjudged.commit.id = step->id.Hex();
  unjudged.object = std::move(step->object);
  if (step->cut_off)
    cut_off_ = unjudged.commit.id;
  return unjudged;
}

UnjudgedCommit RevisionSource::Read(const std::string& revision) const {
  const ObjectId id = repository_.ResolveCommit(revision);
  UnjudgedCommit unjudged;
  unjudged.commit.id = id.Hex();
  unjudged.object = repository_.ReadCommit(id);
  return unjudged;
}

void RevisionSource::StartWalk(const std::string& revision) {
  const std::optional<Range> range = ParseRange(revision);
  if (!range) {
    walk_.emplace(repository_, std::vector{repository_.ResolveCommit(revision)},
                  std::vector<ObjectId>{});
    return;
  }
  const ObjectId from = repository_.ResolveCommit(range->from);
  const ObjectId to = repository_.ResolveCommit(range->to);
  if (range->symmetric)
    walk_.emplace(repository_, std::vector{from, to},
                  repository_.MergeBases(from, to));
  else
    walk_.emplace(repository_, std::vector{to}, std::vector{from});
}

}  // namespace commitgate
