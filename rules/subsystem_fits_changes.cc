// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/quoted.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"newest", Option::Kind::kNumber, "50",
     "commits of the history of the changed files that are looked at"},
    {"share", Option::Kind::kNumber, "80",
     "least share of one subsystem for which history is clear, in percent"},
    {"min", Option::Kind::kNumber, "5",
     "fewest commits that name it for which history is clear"},
};

using Used = std::vector<Changes::Used>;

/// What history calls the files that the commit changes.
Used UsedFor(const Context& context, int64_t newest) {
  constexpr int64_t kMost = 1'000'000;
  const Changes& changes = *context.changes;
  std::vector<std::string> paths;
  for (const ChangedPath& changed : changes.paths())
    paths.push_back(changed.path);
  return changes.SubsystemsOf(paths, static_cast<int>(std::min(newest, kMost)));
}

int64_t Total(const Used& used) {
  int64_t total = 0;
  for (const auto& [subsystem, times] : used)
    total += times;
  return total;
}

/// Whether history knows one of the names that the title has.
bool NamesOneOf(const Title& title, const Used& used) {
  return std::ranges::any_of(used, [&](const Changes::Used& one) {
    return std::ranges::find(title.subsystems, one.subsystem) !=
           title.subsystems.end();
  });
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Title& title = context.message().title;
  if (title.subsystems.empty() || title.IsRevert())
    return;
  const Used used = UsedFor(context, settings.Number("newest"));
  if (used.empty() || NamesOneOf(title, used))
    return;
  const auto& [subsystem, times] = used.front();
  const int64_t total = Total(used);
  const int64_t share = settings.Number("share");
  // Shares beyond are never reached; they would only overflow.
  if (times < settings.Number("min") || share > 100 ||
      times * int64_t{100} < share * total)
    return;
  reporter.Warning(
      {SpanOf(title.line, title.prefix),
       fmt::format("{} is new for these files, history names {} {} times of {}",
                   Quoted(title.prefix), Quoted(subsystem), times, total),
       std::string(title.prefix), subsystem});
}

}  // namespace

constinit const Rule kSubsystemFitsChanges = {
    .id = "subsystem-fits-changes",
    .summary = "the title names a subsystem that the changed files belong to",
    .why =
        "The contributing guide asks for the name of the changed subsystem.  "
        "Which that is, the commits tell that changed the same files before.",
    .landing_only = true,
    .needs = static_cast<Needs>(Need::kChanges),
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
