// SPDX-License-Identifier: MIT
#include "commands/owners_report.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// Somebody to ask, and about what.
struct Asked {
  std::string owner;
  std::string note;
  std::vector<std::string> reasons = {};
};

/// Those to ask, each once for each note.
class AskedList {
 public:
  void Add(const std::vector<OwnedBy>& all, const std::string& reason) {
    for (const OwnedBy& owned_by : all)
      for (const std::string& owner : owned_by.owners)
        Add(owner, owned_by.note, reason);
  }

  const std::vector<Asked>& all() const { return all_; }

 private:
  void Add(const std::string& owner, const std::string& note,
           const std::string& reason) {
    const auto is_this = [&](const Asked& asked) {
      return asked.owner == owner && asked.note == note;
    };
    auto asked = std::ranges::find_if(all_, is_this);
    if (asked == all_.end())
      asked = all_.insert(asked, {owner, note});
    // Two entries for one path may name the same owner.
    if (asked->reasons.empty() || asked->reasons.back() != reason)
      asked->reasons.push_back(reason);
  }

  std::vector<Asked> all_;
};

std::string ToText(const Asked& asked) {
  constexpr size_t kShown = 5;
  const size_t count = asked.reasons.size();
  std::string text = Printable(asked.owner);
  if (!asked.note.empty())
    text += fmt::format(" ({})", Printable(asked.note));
  text += '\n';
  // A line that says "1 more" is no shorter than the one it stands for.
  const size_t shown = count > kShown + 1 ? kShown : count;
  for (size_t i = 0; i < shown; ++i)
    text += fmt::format("  {}\n", asked.reasons[i]);
  if (shown < count)
    text += fmt::format("  and {} more\n", count - shown);
  return text;
}

}  // namespace

std::string ReportOwners(const Owners& owners, const OwnersQuestion& question) {
  AskedList list;
  for (const std::string& subsystem : question.subsystems)
    list.Add(owners.OfSubsystem(subsystem),
             fmt::format("subsystem {}", Printable(subsystem)));
  for (const std::string& path : question.paths)
    list.Add(owners.OfPath(path), Printable(path));
  std::string text;
  for (const Asked& asked : list.all())
    text += ToText(asked);
  return text;
}

}  // namespace commitgate
