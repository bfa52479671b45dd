// SPDX-License-Identifier: MIT
#include "validator/engine/people_layer.h"

#include <fmt/core.h>

#include "validator/engine/place_on_branch.h"
#include "validator/engine/project_path.h"

namespace commitgate {
namespace {

/// A server has to be able to serve by it.
bool IsSource(const std::string& text) {
  return text.find(':') == text.npos ? IsProjectPath(text)
                                     : ParsePlaceOnBranch(text).has_value();
}

/// A path, or `<branch>:<path>`.
std::string ReadSource(const PolicyFile& file, const TomlEntry& entry) {
  const std::string& source = file.TextThatIsNotEmpty(entry);
  if (!IsSource(source))
    file.Refuse(entry.value.place,
                fmt::format("'{}' is no file of the project, '<path>' or "
                            "'<branch>:<path>' is wanted",
                            source));
  return source;
}

void ApplyMailmap(const PolicyFile& file, const TomlEntry& entry,
                  PeoplePolicy& people) {
  people.mailmap = file.Text(entry).empty() ? "" : ReadSource(file, entry);
  people.origins.insert_or_assign("mailmap", file.OriginOf(entry.place));
}

void ApplyLogins(const PolicyFile& file, const TomlEntry& entry,
                 PeoplePolicy& people) {
  for (const TomlEntry& login : file.Table(entry).entries)
    people.logins.insert_or_assign(login.key, file.TextThatIsNotEmpty(login));
  people.origins.insert_or_assign("logins", file.OriginOf(entry.place));
}

void ApplyRoster(const PolicyFile& file, PeoplePolicy& people) {
  constexpr std::string_view kKeys[] = {"source", "mailmap", "logins"};
  const TomlValue* const table = file.FindTable("roster", kKeys);
  if (table == nullptr)
    return;
  if (const TomlEntry* const source = table->Find("source")) {
    people.roster = ReadSource(file, *source);
    people.origins.insert_or_assign("roster", file.OriginOf(source->place));
  }
  if (const TomlEntry* const mailmap = table->Find("mailmap"))
    ApplyMailmap(file, *mailmap, people);
  if (const TomlEntry* const logins = table->Find("logins"))
    ApplyLogins(file, *logins, people);
}

void ApplyOwners(const PolicyFile& file, PeoplePolicy& people) {
  constexpr std::string_view kKeys[] = {"source"};
  const TomlValue* const table = file.FindTable("owners", kKeys);
  const TomlEntry* const source =
      table == nullptr ? nullptr : table->Find(kKeys[0]);
  if (source == nullptr)
    return;
  people.owners = ReadSource(file, *source);
  people.origins.insert_or_assign("owners", file.OriginOf(source->place));
}

}  // namespace

void ApplyPeople(const PolicyFile& file, PeoplePolicy& people) {
  ApplyRoster(file, people);
  ApplyOwners(file, people);
}

void PutMailmapBesideRoster(PeoplePolicy& people) {
  const size_t colon = people.roster.find(':');
  if (colon != people.roster.npos && !people.origins.contains("mailmap"))
    people.mailmap.insert(0, people.roster, 0, colon + 1);
}

PushPolicy::RosterGroups GroupsOf(const PeoplePolicy& people) {
  using Groups = PushPolicy::RosterGroups;
  if (people.roster.empty())
    return Groups::kNone;
  return people.roster.ends_with(".toml") ? Groups::kAny : Groups::kOfReadme;
}

}  // namespace commitgate
