// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include <fmt/core.h>

#include "rules/c_identifiers.h"
#include "rules/catalog.h"
#include "rules/places.h"
#include "validator/engine/quoted.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"headers", Option::Kind::kNames,
     "src/js_native_api.h src/js_native_api_types.h src/node_api.h "
     "src/node_api_types.h",
     "files that declare the API"},
    {"prefixes", Option::Kind::kNames, "NAPI_MODULE napi_ node_api_",
     "how the names of the API begin"},
    {"documents", Option::Kind::kNames, "doc/api/n-api.md",
     "files, and folders with a slash at the end, that document it"},
    {"tests", Option::Kind::kNames,
     "test/addons-napi/ test/js-native-api/ test/node-api/",
     "files, and folders with a slash at the end, that test it"},
};

using Names = std::set<std::string>;

/// `struct napi_env__` is what a name is made of, and none to be used.
bool IsOfApi(std::string_view identifier, const Settings& settings) {
  const auto begins = [&](const std::string& prefix) {
    return identifier.starts_with(prefix);
  };
  return !identifier.ends_with("__") &&
         std::ranges::any_of(settings.List("prefixes"), begins);
}

void AddNames(const std::optional<std::string>& header,
              const Settings& settings, Names& names) {
  if (!header)
    return;
  for (const std::string_view identifier : CIdentifiers(*header))
    if (IsOfApi(identifier, settings))
      names.emplace(identifier);
}

/// The names that no header had before, whichever it was.
std::vector<std::string> FindAdded(const Changes& changes,
                                   const Settings& settings) {
  const auto& headers = settings.List("headers");
  Names before;
  Names after;
  for (const std::string& header : headers) {
    if (FindPath(changes, header) != nullptr)
      AddNames(changes.After(header), settings, after);
  }
  if (after.empty())
    return {};
  for (const std::string& header : headers)
    AddNames(changes.Before(header), settings, before);
  std::vector<std::string> added;
  std::ranges::set_difference(after, before, std::back_inserter(added));
  return added;
}

std::string FirstAndCount(const std::vector<std::string>& added) {
  if (added.size() == 1)
    return Quoted(added.front());
  return fmt::format("{} and {} more", Quoted(added.front()), added.size() - 1);
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Changes& changes = *context.changes;
  const std::vector<std::string> added = FindAdded(changes, settings);
  if (added.empty())
    return;
  for (const std::string_view option : {"documents", "tests"}) {
    const auto& wanted = settings.List(option);
    if (!wanted.empty() && FindIn(changes, wanted) == nullptr)
      reporter.Error(
          {Span{}, fmt::format("{} added to Node-API, a change in {} is wanted",
                               FirstAndCount(added), Alternatives(wanted))});
  }
}

}  // namespace

constinit const Rule kNodeApiAdditions = {
    .id = "node-api-additions",
    .summary = "what is added to Node-API is documented and tested",
    .why =
        "The Collaborator Guide asks for care with additions to node_api.h and "
        "node_api_types.h: what is there once has to be supported for good.",
    .landing_only = true,
    .needs = static_cast<Needs>(Need::kChanges),
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
