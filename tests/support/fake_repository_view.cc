// SPDX-License-Identifier: MIT
#include "tests/support/fake_repository_view.h"

#include <algorithm>
#include <utility>

namespace commitgate::testing {
namespace {

Content Find(const std::map<std::string, Content>& contents,
             const std::string& path) {
  const auto found = contents.find(path);
  return found == contents.end() ? std::nullopt : found->second;
}

ChangedPath::Kind KindOf(const Content& before, const Content& after) {
  if (!before)
    return ChangedPath::Kind::kAdded;
  return after ? ChangedPath::Kind::kModified : ChangedPath::Kind::kDeleted;
}

}  // namespace

void FakeChanges::Add(const std::string& path, Content before, Content after) {
  paths_.push_back({KindOf(before, after), path});
  std::ranges::sort(paths_, {}, &ChangedPath::path);
  before_[path] = std::move(before);
  after_[path] = std::move(after);
}

void FakeChanges::Keep(const std::string& path, const std::string& content) {
  before_[path] = content;
  after_[path] = content;
}

void FakeChanges::AddUsed(std::string subsystem, int times) {
  used_.push_back({std::move(subsystem), times});
}

std::optional<std::string> FakeChanges::Before(const std::string& path) const {
  ++reads_;
  return Find(before_, path);
}

std::optional<std::string> FakeChanges::After(const std::string& path) const {
  ++reads_;
  return Find(after_, path);
}

std::vector<Changes::Used> FakeChanges::SubsystemsOf(
    const std::vector<std::string>& paths, int newest) const {
  asked_.clear();
  for (const std::string& path : paths)
    asked_ += (asked_.empty() ? "" : ", ") + path;
  asked_ += ": " + std::to_string(newest);
  return used_;
}

void FakeRepositoryView::AddAncestor(const std::string& id, std::string title) {
  commits_[id] = {NamedCommit::Found::kCommit, id, std::move(title), true};
}

void FakeRepositoryView::AddElsewhere(const std::string& id,
                                      std::string title) {
  commits_[id] = {NamedCommit::Found::kCommit, id, std::move(title), false};
}

NamedCommit FakeRepositoryView::Find(std::string_view hex,
                                     const Commit&) const {
  using Found = NamedCommit::Found;
  const auto first = commits_.lower_bound(hex);
  if (first == commits_.end() || !first->first.starts_with(hex))
    return {is_cut_off_ ? Found::kCutOff : Found::kNothing};
  const auto next = std::next(first);
  if (next != commits_.end() && next->first.starts_with(hex))
    return {Found::kAmbiguous};
  return first->second;
}

}  // namespace commitgate::testing
