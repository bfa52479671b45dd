// SPDX-License-Identifier: MIT
#include "commands/owners_report.h"

#include <fmt/core.h>

#include <map>
#include <utility>
#include <vector>

#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// Somebody to ask, and about what.
struct Asked {
  std::string owner;
  std::string note;
  /// The first of them.
  std::vector<std::string> reasons = {};
  size_t count = 0;
  /// The question that gave the last one.
  size_t question = 0;
};

constexpr size_t kShown = 5;
/// A line that says "1 more" is no shorter than the one it stands for.
constexpr size_t kKept = kShown + 1;

/// Those to ask, each once for each note.
class AskedList {
 public:
  void Add(const std::vector<OwnedBy>& all, const std::string& reason) {
    ++question_;
    for (const OwnedBy& owned_by : all)
      for (const std::string& owner : owned_by.owners)
        Add(owner, owned_by.note, reason);
  }

  const std::vector<Asked>& all() const { return all_; }

 private:
  void Add(const std::string& owner, const std::string& note,
           const std::string& reason) {
    const auto [place, is_new] =
        places_.emplace(std::pair(owner, note), all_.size());
    if (is_new)
      all_.push_back({owner, note});
    Asked& asked = all_[place->second];
    // Two entries for one path may name the same owner.
    if (asked.question == question_)
      return;
    asked.question = question_;
    ++asked.count;
    if (asked.reasons.size() < kKept)
      asked.reasons.push_back(reason);
  }

  std::vector<Asked> all_;
  /// Where in it an owner with a note is.
  std::map<std::pair<std::string, std::string>, size_t> places_;
  /// Counts from 1.
  size_t question_ = 0;
};

std::string ToText(const Asked& asked) {
  std::string text = Printable(asked.owner);
  if (!asked.note.empty())
    text += fmt::format(" ({})", Printable(asked.note));
  text += '\n';
  const size_t shown = asked.count > kKept ? kShown : asked.count;
  for (size_t i = 0; i < shown; ++i)
    text += fmt::format("  {}\n", asked.reasons[i]);
  if (shown < asked.count)
    text += fmt::format("  and {} more\n", asked.count - shown);
  return text;
}

}  // namespace

std::string ReportOwners(const Owners& owners, const OwnersQuestion& question) {
  AskedList list;
  MatchingEffort effort;
  for (const std::string& subsystem : question.subsystems)
    list.Add(owners.OfSubsystem(subsystem, effort),
             fmt::format("subsystem {}", Printable(subsystem)));
  for (const std::string& path : question.paths)
    list.Add(owners.OfPath(path, effort), Printable(path));
  std::string text;
  for (const Asked& asked : list.all())
    text += ToText(asked);
  return text;
}

}  // namespace commitgate
