// SPDX-License-Identifier: MIT
#include "hooks/project/people_kept.h"

#include <fmt/core.h>

#include <array>
#include <string_view>

#include "hooks/project/project_file.h"
#include "validator/engine/place_on_branch.h"
#include "validator/error.h"
#include "validator/people/owners.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

/// A file that has to stay readable.
struct Kept {
  std::string_view what;
  const std::string& source;
  /// Throws Error.
  void (*read)(const std::string& name, const std::string& text);
  bool may_be_missing = false;
};

void ReadAsRoster(const std::string& name, const std::string& text) {
  Roster::Read(name, text);
}

void ReadAsOwners(const std::string& name, const std::string& text) {
  Owners::Read(name, text);
}

/// Any text is one.
void ReadAsMailmap(const std::string& /*name*/, const std::string& /*text*/) {}

std::array<Kept, 3> FilesOf(const PeoplePolicy& people) {
  const bool nobody_named_mailmap = !people.origins.contains("mailmap");
  return {{{"roster", people.roster, ReadAsRoster},
           {"mailmap", people.mailmap, ReadAsMailmap, nobody_named_mailmap},
           {"owners file", people.owners, ReadAsOwners}}};
}

/// What becomes of one file.
class Keeping {
 public:
  /// REQUIRES: all outlive it.
  Keeping(const Kept& kept, const BranchMove& move,
          const Repository& repository)
      : kept_(kept),
        move_(move),
        repository_(repository),
        head_(repository.FollowSymbolic("HEAD")) {}

  std::string WhyLost() const {
    if (const auto place = ParsePlaceOnBranch(kept_.source))
      return WhyLostFrom(*place);
    const bool is_head = move_.ref == head_;
    const bool counts = is_head || (move_.after && move_.has_people_of_its_own);
    if (!counts)
      return {};
    return WhyWorse(Find(move_.before, kept_.source),
                    Find(move_.after, kept_.source));
  }

  std::string WhyUnreadable() const {
    if (const auto place = ParsePlaceOnBranch(kept_.source))
      return HasNothing(After(place->ref), After(head_))
                 ? ""
                 : WhyUnreadable(Find(After(place->ref), place->path));
    std::string why = WhyUnreadableOn(After(head_));
    if (why.empty() && move_.has_people_of_its_own)
      why = WhyUnreadableOn(move_.after);
    return why;
  }

 private:
  using Tip = std::optional<ObjectId>;
  using File = std::optional<StoredFile>;

  Tip Before(const std::string& ref) const {
    return ref == move_.ref ? move_.before : repository_.ReadRef(ref);
  }

  Tip After(const std::string& ref) const {
    return ref == move_.ref ? move_.after : repository_.ReadRef(ref);
  }

  File Find(const Tip& commit, const std::string& path) const {
    if (!commit)
      return std::nullopt;
    return FindStored(repository_, *commit, path);
  }

  std::string WhyLostFrom(const PlaceOnBranch& place) const {
    if (move_.ref != place.ref && move_.ref != head_)
      return {};
    const bool had_nothing = HasNothing(Before(place.ref), Before(head_));
    if (HasNothing(After(place.ref), After(head_)))
      return had_nothing ? "" : WhyMissing();
    const File now = Find(After(place.ref), place.path);
    return had_nothing ? WhyUnreadable(now)
                       : WhyWorse(Find(Before(place.ref), place.path), now);
  }

  /// As where nothing was pushed yet, so that nobody is missed.
  static bool HasNothing(const Tip& branch, const Tip& head) {
    return !branch && !head;
  }

  std::string WhyWorse(const File& old, const File& now) const {
    const bool stays = old && now && old->blob == now->blob;
    if (stays || (!old && !now))
      return {};
    if (old && !WhyUnreadable(old).empty())
      return {};
    return WhyUnreadable(now);
  }

  std::string WhyMissing() const {
    if (kept_.may_be_missing)
      return {};
    return fmt::format("there would be no {} '{}'", kept_.what, kept_.source);
  }

  std::string WhyUnreadable(const File& file) const {
    if (!file)
      return WhyMissing();
    try {
      kept_.read(kept_.source, ReadStored(repository_, *file).text);
      return {};
    } catch (const Error& error) {
      return error.what();
    }
  }

  /// A path alone may be missing.
  std::string WhyUnreadableOn(const Tip& tip) const {
    const File file = Find(tip, kept_.source);
    return file ? WhyUnreadable(file) : "";
  }

  const Kept& kept_;
  const BranchMove& move_;
  const Repository& repository_;
  const std::string head_;
};

}  // namespace

std::string WhyPeopleWouldBeLost(const PeoplePolicy& people,
                                 const BranchMove& move,
                                 const Repository& repository) {
  std::string why;
  for (const Kept& kept : FilesOf(people))
    if (why.empty() && !kept.source.empty())
      why = Keeping(kept, move, repository).WhyLost();
  return why;
}

std::string WhyPeopleCouldNotBeRead(const PeoplePolicy& people,
                                    const BranchMove& move,
                                    const Repository& repository) {
  std::string why;
  for (const Kept& kept : FilesOf(people))
    if (why.empty() && !kept.source.empty())
      why = Keeping(kept, move, repository).WhyUnreadable();
  return why;
}

}  // namespace commitgate
