// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/places.h"
#include "validator/engine/quoted.h"
#include "validator/message/reviewer.h"
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

/// For each module the documents that the commit changes may have to be read.
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
std::set<std::string_view> FindCandidates(const Trial& trial) {
  std::set<std::string_view> added;
  std::set<std::string_view> known{""};
  for (const ChangedPath& changed : trial.changes.paths()) {
    const bool is_added = changed.kind == ChangedPath::Kind::kAdded;
    (is_added ? added : known).insert(ModuleOf(changed.path, trial.settings));
  }
  std::set<std::string_view> candidates;
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

struct Document {
  std::string path;
  std::string text;
};

/// Whether `path` is `pattern` with something in the place of its `*`.
bool IsDocument(std::string_view path, std::string_view pattern) {
  const size_t star = pattern.find('*');
  return star != pattern.npos && path.size() >= pattern.size() &&
         path.starts_with(pattern.substr(0, star)) &&
         path.ends_with(pattern.substr(star + 1));
}

std::string DocumentPath(std::string_view module, const Settings& settings) {
  std::string path = settings.Text("document");
  if (const size_t star = path.find('*'); star != path.npos)
    path.replace(star, 1, module);
  return path;
}

/// Some modules share a document or have one of another name: it is changed as
/// well, and shows how to load the module.
bool Shows(std::string_view text, std::string_view module) {
  return text.find(fmt::format("'{}'", module)) != text.npos ||
         text.find(fmt::format("'node:{}'", module)) != text.npos;
}

std::optional<Document> FindDocument(std::string_view module,
                                     const Trial& trial) {
  const std::string path = DocumentPath(module, trial.settings);
  if (auto text = trial.changes.After(path))
    return Document{path, std::move(*text)};
  for (const ChangedPath& changed : trial.changes.paths()) {
    if (!IsDocument(changed.path, trial.settings.Text("document")))
      continue;
    auto text = trial.changes.After(changed.path);
    if (text && Shows(*text, module))
      return Document{changed.path, std::move(*text)};
  }
  return std::nullopt;
}

/// Whether the first index in a document is 1, or a part of it such as 1.2.
bool SaysExperimental(std::string_view text) {
  constexpr std::string_view kIndex = "Stability: ";
  const size_t at = text.find(kIndex);
  if (at == text.npos)
    return false;
  const std::string_view index = text.substr(at + kIndex.size());
  return index.starts_with('1') && (index.size() == 1 || !IsDigit(index[1]));
}

void JudgeDocument(std::string_view module, const Trial& trial,
                   Reporter& reporter) {
  if (trial.settings.Text("document").empty())
    return;
  const auto document = FindDocument(module, trial);
  // Another commit of the series may bring it.
  if (!document)
    reporter.Warning(
        {Span{}, fmt::format("new module {} has no document, {} is wanted",
                             Quoted(module),
                             Quoted(DocumentPath(module, trial.settings)))});
  else if (!SaysExperimental(document->text))
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
  const People people = context.people();
  std::set<const Member*> members;
  for (const Reviewer& reviewer : ReviewersOf(context.message())) {
    const Member* const member = people.Find(reviewer.mailbox);
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
  const auto changes = context.views.repository->ChangesOf(context.commit);
  const Trial trial{context, settings, *changes};
  size_t count = 0;
  for (const std::string_view module : FindCandidates(trial)) {
    if (WasThere(module, trial))
      continue;
    if (++count > kMaxModules) {
      reporter.Error({Span{}, fmt::format("more than {} new modules, fewer in "
                                          "one commit are wanted",
                                          kMaxModules)});
      return;
    }
    JudgeDocument(module, trial, reporter);
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
