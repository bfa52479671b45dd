// SPDX-License-Identifier: MIT
#include "hooks/project/project.h"

#include <fmt/core.h>

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "hooks/project/git_repository_view.h"
#include "hooks/project/git_roster_history.h"
#include "hooks/project/lazy_repository.h"
#include "hooks/project/missing_file.h"
#include "hooks/project/project_file.h"
#include "validator/error.h"
#include "validator/people/mailmap.h"
#include "validator/people/owners.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

/// Finds the file that a policy names.
using FindFile =
    std::function<std::optional<ProjectFile>(const std::string& source)>;

/// What the files say that a policy names.
struct Told {
  std::optional<Roster> roster = {};
  /// Where earlier versions of the roster are.
  std::optional<RosterWalk> roster_walk = {};
  Mailmap mailmap = {};
  std::optional<Owners> owners = {};
  std::vector<MissingFile> missing = {};
};

/// Reads the files that the rules need.
class Reading {
 public:
  Reading(const PeoplePolicy& people, const FindFile& find)
      : people_(people), find_(find) {}

  Told Run(Needs needs) {
    // Whom two addresses belong to, the roster tells as well as the mailmap.
    if (Has(needs, Need::kRoster) || Has(needs, Need::kMailmap)) {
      ReadRoster();
      ReadMailmap();
    }
    if (Has(needs, Need::kOwners))
      ReadOwners();
    return std::move(told_);
  }

 private:
  std::optional<ProjectFile> Find(const MissingFile& sought,
                                  bool may_be_missing = false) {
    if (sought.source.empty())
      return std::nullopt;
    auto file = find_(sought.source);
    if (!file && !may_be_missing)
      told_.missing.push_back(sought);
    return file;
  }

  void ReadRoster() {
    auto file = Find({"roster", "[roster] source", people_.roster,
                      static_cast<Needs>(Need::kRoster)});
    if (!file)
      return;
    told_.roster = Roster::Read(people_.roster, file->text);
    told_.roster_walk.emplace(std::move(file->revision), std::move(file->path));
  }

  void ReadMailmap() {
    const bool nobody_named_it = !people_.origins.contains("mailmap");
    if (const auto file = Find({"mailmap", "[roster] mailmap", people_.mailmap},
                               nobody_named_it))
      told_.mailmap = Mailmap::Read(file->text);
  }

  void ReadOwners() {
    if (const auto file =
            Find({"owners file", "[owners] source", people_.owners,
                  static_cast<Needs>(Need::kOwners)}))
      told_.owners = Owners::Read(people_.owners, file->text);
  }

  const PeoplePolicy& people_;
  const FindFile& find_;
  Told told_;
};

}  // namespace

struct Project::Parts {
  std::optional<LazyRepository> repository;
  std::optional<GitRepositoryView> repository_view;
  Told told;
  std::optional<GitRosterHistory> roster_history;
  Views views;
  std::string note;

  /// What can be looked at, now that all is in its place.
  void Show(const Policy& policy) {
    views.teams = &policy.push.groups;
    views.mailmap = &told.mailmap;
    views.roster = told.roster ? &*told.roster : nullptr;
    views.owners = told.owners ? &*told.owners : nullptr;
    if (!repository)
      return;
    views.repository = &repository_view.emplace(*repository);
    if (told.roster_walk)
      views.roster_history =
          &roster_history.emplace(*repository, *told.roster_walk);
  }
};

Project::Project(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Project::~Project() = default;
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;

Project Project::OfWorkTree(const Policy& policy, Needs needs,
                            const std::optional<std::string>& work_tree,
                            OpenRepository open) {
  auto parts = std::make_unique<Parts>();
  if (open)
    parts->repository.emplace(std::move(open));
  return Locally(policy, needs, work_tree, std::move(parts));
}

Project Project::OfWorkTree(const Policy& policy, Needs needs,
                            const Repository& repository) {
  auto parts = std::make_unique<Parts>();
  parts->repository.emplace(repository);
  return Locally(policy, needs, repository.WorkTree(), std::move(parts));
}

Project Project::Locally(const Policy& policy, Needs needs,
                         const std::optional<std::string>& work_tree,
                         std::unique_ptr<Parts> parts) {
  const FindFile find = [&](const std::string& source) {
    return FindLocally(parts->repository ? &*parts->repository : nullptr,
                       source, work_tree);
  };
  parts->told = Reading(policy.people, find).Run(needs);
  if (!parts->told.missing.empty()) {
    const MissingFile& file = parts->told.missing.front();
    throw Error(fmt::format("reading the {} '{}': there is no such file",
                            file.what, file.source));
  }
  parts->Show(policy);
  return Project(std::move(parts));
}

Project Project::OfBranch(const Policy& policy, Needs needs,
                          const Repository& repository,
                          const std::optional<ObjectId>& before) {
  auto parts = std::make_unique<Parts>();
  parts->repository.emplace(repository);
  const FindFile find =
      [&](const std::string& source) -> std::optional<ProjectFile> {
    const auto stored = FindOnServer(repository, source, before);
    if (!stored)
      return std::nullopt;
    return ReadStored(repository, *stored);
  };
  parts->told = Reading(policy.people, find).Run(needs);
  RequireNamedBranches(parts->told.missing, repository);
  parts->note = NoteOf(parts->told.missing, policy);
  parts->Show(policy);
  return Project(std::move(parts));
}

const Views& Project::views() const {
  return parts_->views;
}

const std::string& Project::note() const {
  return parts_->note;
}

}  // namespace commitgate
