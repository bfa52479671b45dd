// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/deprecation_list.h"
#include "rules/places.h"
#include "validator/engine/quoted.h"
#include "validator/message/ascii.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"file", Option::Kind::kText, "doc/api/deprecations.md",
     "document that lists the deprecations"},
};

/// What the document says before and after the commit.
struct Revision {
  const std::string& file;
  DeprecationList before;
  DeprecationList after;
  bool is_release;
};

bool IsPlaceholder(std::string_view id) {
  return id.find('X') != id.npos;
}

int TimesIn(const DeprecationList& list, std::string_view id) {
  const auto found = list.find(id);
  return found == list.end()
             ? 0
             : std::max(found->second.headings, found->second.anchors);
}

/// Nobody has to number what others have left without a number, but for who
/// makes the release.
std::optional<Level> LevelOfPlaceholder(std::string_view id,
                                        const Revision& revision) {
  if (revision.is_release)
    return Level::kError;
  const bool is_new =
      TimesIn(revision.after, id) > TimesIn(revision.before, id);
  return is_new ? std::optional(Level::kWarning) : std::nullopt;
}

void JudgePlaceholder(std::string_view id, const Revision& revision,
                      Reporter& reporter) {
  if (const auto level = LevelOfPlaceholder(id, revision))
    reporter.Add(*level, {Span{},
                          fmt::format("{} has {}, a number is wanted",
                                      Quoted(revision.file), Quoted(id)),
                          std::string(id)});
}

void JudgeTimes(std::string_view id, const Revision& revision,
                Reporter& reporter) {
  const int times = TimesIn(revision.after, id);
  if (times > std::max(TimesIn(revision.before, id), 1))
    reporter.Error(
        {Span{},
         fmt::format("{} has {} {} times, an id of its own is wanted",
                     Quoted(revision.file), Quoted(id), times),
         std::string(id)});
}

/// The list has had it with a small letter, too.
bool IsEndOfLife(const Deprecation& deprecation) {
  constexpr std::string_view kEndOfLife = "end-of-life";
  const std::string_view start =
      std::string_view(deprecation.type).substr(0, kEndOfLife.size());
  return std::ranges::equal(start, kEndOfLife, {}, ToLower);
}

/// Who comes to the list at its end may have come a long way elsewhere.
bool SkipsRuntime(const Deprecation& before, const Deprecation& after) {
  return !before.type.empty() && !IsEndOfLife(before) && IsEndOfLife(after) &&
         !before.names_runtime && !after.names_runtime;
}

void JudgeCycle(std::string_view id, const Deprecation& after,
                const Revision& revision, Reporter& reporter) {
  const auto before = revision.before.find(id);
  if (before != revision.before.end() && SkipsRuntime(before->second, after))
    reporter.Warning(
        {Span{},
         fmt::format("{} moves from {} to End-of-Life, a Runtime deprecation "
                     "between them is wanted",
                     Quoted(id), Quoted(before->second.type)),
         std::string(id)});
}

bool IsGone(const Deprecation& before, const Deprecation& after) {
  return after.headings == 0 && (before.headings > 0 || after.anchors == 0);
}

void JudgeRemovals(const Revision& revision, Reporter& reporter) {
  for (const auto& [id, before] : revision.before) {
    const auto found = revision.after.find(id);
    const Deprecation after =
        found == revision.after.end() ? Deprecation{} : found->second;
    if (!IsPlaceholder(id) && IsGone(before, after))
      reporter.Error({Span{},
                      fmt::format("{} is gone from {}, an id stays for good",
                                  Quoted(id), Quoted(revision.file)),
                      std::string(id)});
  }
}

void Judge(const Revision& revision, Reporter& reporter) {
  for (const auto& [id, after] : revision.after) {
    if (IsPlaceholder(id)) {
      JudgePlaceholder(id, revision, reporter);
      continue;
    }
    JudgeTimes(id, revision, reporter);
    JudgeCycle(id, after, revision, reporter);
  }
  JudgeRemovals(revision, reporter);
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const std::string& file = settings.Text("file");
  const Changes& changes = *context.changes;
  if (FindPath(changes, file) == nullptr)
    return;
  const std::string before = changes.Before(file).value_or("");
  const std::string after = changes.After(file).value_or("");
  Judge({file, ReadDeprecations(before), ReadDeprecations(after),
         context.message().title.is_release},
        reporter);
}

}  // namespace

constinit const Rule kDeprecations = {
    .id = "deprecations",
    .summary = "ids of deprecations are unique, and stay",
    .why =
        "The Collaborator Guide: each deprecation has a unique identifier, "
        "immutable once assigned, whose documentation remains even if the code "
        "is removed.  Warnings of programs in the field name it.",
    .landing_only = true,
    .needs = static_cast<Needs>(Need::kChanges),
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
