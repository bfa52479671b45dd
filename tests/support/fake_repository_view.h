// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/views.h"

namespace commitgate::testing {

using Content = std::optional<std::string>;

/// What a commit changes, as a test says it.
class FakeChanges : public Changes {
 public:
  /// A file that is not there before is added, not there behind: deleted.
  void Add(const std::string& path, Content before, Content after);
  /// A file that stays as it is.
  void Keep(const std::string& path, const std::string& content);
  /// History uses `subsystem` for what is changed; in the order of the calls.
  void AddUsed(std::string subsystem, int times);

  const std::vector<ChangedPath>& paths() const override { return paths_; }
  std::optional<std::string> Before(const std::string& path) const override;
  std::optional<std::string> After(const std::string& path) const override;
  /// As many as AddUsed told, whatever is asked for.
  std::vector<Used> SubsystemsOf(const std::vector<std::string>& paths,
                                 int newest) const override;

  /// How many contents were asked for.
  int reads() const { return reads_; }
  /// What SubsystemsOf was asked for last, `path, path: newest`.
  const std::string& asked() const { return asked_; }

 private:
  std::vector<ChangedPath> paths_;
  std::map<std::string, Content> before_;
  std::map<std::string, Content> after_;
  std::vector<Used> used_;
  mutable std::string asked_;
  mutable int reads_ = 0;
};

/// A repository that stores every commit it is asked about, until it is told
/// otherwise; all change the same.
class FakeRepositoryView : public RepositoryView {
 public:
  /// In the history of the commit that is judged.
  void AddAncestor(const std::string& id, std::string title);
  /// On another branch.
  void AddElsewhere(const std::string& id, std::string title);
  /// What is not there may be behind the end of a shallow clone.
  void CutOff() { is_cut_off_ = true; }
  /// What is judged came from elsewhere.
  void StoreNothing() { stores_ = false; }
  FakeChanges& changes() { return *changes_; }

  NamedCommit Find(std::string_view hex, const Commit& from) const override;
  bool Stores(const Commit&) const override { return stores_; }
  std::shared_ptr<const Changes> ChangesOf(const Commit&) const override {
    return changes_;
  }

 private:
  /// By whole id.
  std::map<std::string, NamedCommit, std::less<>> commits_;
  bool is_cut_off_ = false;
  bool stores_ = true;
  std::shared_ptr<FakeChanges> changes_ = std::make_shared<FakeChanges>();
};

}  // namespace commitgate::testing
