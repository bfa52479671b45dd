// SPDX-License-Identifier: MIT
#include "hooks/project/people_kept.h"

#include <fmt/core.h>

#include <string_view>

#include "validator/engine/place_on_branch.h"
#include "hooks/project/project_file.h"
#include "validator/error.h"
#include "validator/people/owners.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

void ReadAsRoster(const std::string& name, const std::string& text) {
  Roster::Read(name, text);
}

void ReadAsOwners(const std::string& name, const std::string& text) {
  Owners::Read(name, text);
}

/// A file that has to stay readable.
struct Kept {
  std::string_view what;
  const std::string& source;
  /// Throws Error.
  void (*read)(const std::string& name, const std::string& text);
};

/// The path under which `ref` has the file; nothing where it is elsewhere.
std::optional<std::string> PathOn(const std::string& ref,
                                  const std::string& source) {
  if (source.find(':') == source.npos)
    return source;
  const auto place = ParsePlaceOnBranch(source);
  if (!place || place->ref != ref)
    return std::nullopt;
  return place->path;
}

/// Empty where it can be read.
std::string WhyUnreadable(const Kept& kept, const Repository& repository,
                          const ObjectId& commit, const std::string& path) {
  try {
    const auto file = FindStored(repository, commit, path);
    if (!file)
      return fmt::format("the {} '{}' would be gone", kept.what, kept.source);
    kept.read(kept.source, ReadStored(repository, *file).text);
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

std::string WhyLost(const Kept& kept, const std::string& ref,
                    const std::optional<ObjectId>& before,
                    const ObjectId& after, const Repository& repository) {
  const auto path =
      kept.source.empty() ? std::nullopt : PathOn(ref, kept.source);
  if (!path)
    return {};
  const auto old = before ? FindStored(repository, *before, *path)
                          : std::optional<StoredFile>();
  const auto now = FindStored(repository, after, *path);
  const bool stays = old && now && old->blob == now->blob;
  if (stays || (!old && !now))
    return {};
  if (old && !WhyUnreadable(kept, repository, *before, *path).empty())
    return {};
  return WhyUnreadable(kept, repository, after, *path);
}

}  // namespace

std::string WhyPeopleWouldBeLost(const PeoplePolicy& people,
                                 const std::string& ref,
                                 const std::optional<ObjectId>& before,
                                 const ObjectId& after,
                                 const Repository& repository) {
  const Kept roster{"roster", people.roster, ReadAsRoster};
  const Kept owners{"owners file", people.owners, ReadAsOwners};
  std::string why = WhyLost(roster, ref, before, after, repository);
  return why.empty() ? WhyLost(owners, ref, before, after, repository) : why;
}

}  // namespace commitgate
