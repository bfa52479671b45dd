// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/module_documents.h"
#include "rules/places.h"
#include "validator/engine/quoted.h"
#include "validator/people/roster.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"folder", Option::Kind::kText, "lib/",
     "folder of the modules, with a slash at its end"},
    {"internal", Option::Kind::kNames, "internal",
     "what is no public module in it, besides what begins with '_'"},
    {"document", Option::Kind::kText, "doc/api/*.md",
     "document of a module, '*' is its name; empty asks for none"},
    {"tsc", Option::Kind::kNumber, "2",
     "fewest reviewers from the TSC accepted"},
};

/// A document has to be read for each module.
constexpr size_t kMaxModules = 20;

/// A commit that may bring modules.
struct Trial {
  const Context& context;
  const Settings& settings;
  const Changes& changes;
};

/// `lib/NAME.js` and `lib/NAME/....js` are of the module NAME; empty where
/// `path` is of no public module.
std::string_view ModuleOf(std::string_view path, const Settings& settings) {
  const std::string& folder = settings.Text("folder");
  const bool is_code = path.ends_with(".js") || path.ends_with(".mjs");
  if (!is_code || !path.starts_with(folder))
    return {};
  const std::string_view rest = path.substr(folder.size());
  const size_t slash = rest.find('/');
  const std::string_view name =
      rest.substr(0, slash == rest.npos ? rest.rfind('.') : slash);
  const bool is_internal =
      name.starts_with('_') || settings.Lists("internal", name);
  return is_internal ? std::string_view() : name;
}

/// Modules of which the commit adds files and has none before, as far as it
/// touches them.
Modules FindCandidates(const Trial& trial) {
  Modules added;
  for (const ChangedPath& changed : trial.changes.paths())
    if (changed.kind == ChangedPath::Kind::kAdded)
      added.insert(ModuleOf(changed.path, trial.settings));
  // Most commits add no file.
  if (added.empty())
    return {};
  Modules known{""};
  for (const ChangedPath& changed : trial.changes.paths())
    if (changed.kind != ChangedPath::Kind::kAdded)
      known.insert(ModuleOf(changed.path, trial.settings));
  Modules candidates;
  std::ranges::set_difference(added, known,
                              std::inserter(candidates, candidates.end()));
  return candidates;
}

/// `lib/dns/promises.js` is a part of what `lib/dns.js` has begun.
bool WasThere(std::string_view module, const Trial& trial) {
  return trial.changes
      .Before(fmt::format("{}{}.js", trial.settings.Text("folder"), module))
      .has_value();
}

void JudgeDocument(std::string_view module, const Trial& trial,
                   ModuleDocuments& documents, Reporter& reporter) {
  if (trial.settings.Text("document").empty())
    return;
  const ModuleDocuments::Document* const document = documents.Find(module);
  // Another commit of the series may bring it.
  if (document == nullptr)
    reporter.Warning(
        {Span{},
         fmt::format("new module {} has no document, {} is wanted",
                     Quoted(module), Quoted(documents.PathOf(module)))});
  else if (!document->is_experimental)
    reporter.Error(
        {Span{},
         fmt::format("new module {} is not Experimental, 'Stability: 1' is "
                     "wanted in {}",
                     Quoted(module), Quoted(document->path))});
}

bool HasTsc(const Roster& roster) {
  return std::ranges::any_of(
      roster.members(), [](const Member& member) { return member.IsIn(kTsc); });
}

int64_t CountTscReviewers(const Context& context) {
  std::set<const Member*> members;
  for (const KnownReviewer& known : context.reviewers) {
    const Member* const member = known.person.member;
    if (member != nullptr && member->IsIn(kTsc))
      members.insert(member);
  }
  return static_cast<int64_t>(members.size());
}

void JudgeReviewers(std::string_view module, const Trial& trial,
                    Reporter& reporter) {
  const Roster* const roster = trial.context.views.roster;
  if (roster == nullptr || !HasTsc(*roster))
    return;
  const int64_t count = CountTscReviewers(trial.context);
  const int64_t wanted = trial.settings.Number("tsc");
  if (count < wanted)
    reporter.Error(
        {Span{}, fmt::format("new module {} has {} Reviewed-By of the TSC, "
                             "at least {} wanted",
                             Quoted(module), count, wanted)});
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Changes& changes = *context.changes;
  const Trial trial{context, settings, changes};
  const Modules candidates = FindCandidates(trial);
  if (candidates.empty())
    return;
  ModuleDocuments documents(changes, settings.Text("document"), candidates);
  size_t count = 0;
  for (const std::string_view module : candidates) {
    if (WasThere(module, trial))
      continue;
    if (++count > kMaxModules) {
      reporter.Error({Span{}, fmt::format("more than {} new modules, fewer in "
                                          "one commit are wanted",
                                          kMaxModules)});
      return;
    }
    JudgeDocument(module, trial, documents, reporter);
    JudgeReviewers(module, trial, reporter);
  }
}

}  // namespace

constinit const Rule kNewModule = {
    .id = "new-module",
    .summary = "a new module is Experimental, documented and seen by the TSC",
    .why =
        "The Collaborator Guide: new core modules must be landed with a "
        "Stability Index of Experimental, and with signoff from at least two "
        "TSC members.  What is public once cannot be taken back.",
    .landing_only = true,
    .needs = Need::kChanges | Need::kMailmap,
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
