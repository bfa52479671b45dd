// SPDX-License-Identifier: MIT
#include "hooks/project/missing_file.h"

#include <fmt/format.h>

#include "validator/engine/place_on_branch.h"
#include "validator/error.h"

namespace commitgate {
namespace {

std::vector<std::string_view> RulesThatNeed(Needs needed,
                                            const Policy& policy) {
  std::vector<std::string_view> ids;
  for (const RulePolicy& rule : policy.rules)
    if (rule.level != Level::kOff && (rule.rule->needs & needed) != 0)
      ids.push_back(rule.rule->id);
  return ids;
}

}  // namespace

std::string NoteOf(const std::vector<MissingFile>& missing,
                   const Policy& policy) {
  if (missing.empty())
    return {};
  std::vector<std::string> names;
  Needs needed = 0;
  for (const MissingFile& file : missing) {
    names.push_back(fmt::format("{} '{}'", file.what, file.source));
    needed |= file.needed;
  }
  const auto skipped = RulesThatNeed(needed, policy);
  return fmt::format(
      "there is no {} yet, rules that ask for it are skipped{}{}",
      fmt::join(names, " and no "), skipped.empty() ? "" : ": ",
      fmt::join(skipped, ", "));
}

void RequireNamedBranches(const std::vector<MissingFile>& missing,
                          const Repository& repository) {
  for (const MissingFile& file : missing) {
    const auto place = ParsePlaceOnBranch(file.source);
    if (!place)
      continue;
    const bool has_branch = repository.ReadRef(place->ref).has_value();
    const bool has_nothing =
        !has_branch && !repository.ReadRef(repository.FollowSymbolic("HEAD"));
    if (has_nothing)
      continue;
    throw Error(fmt::format(
        "reading the {} '{}', which {} of the policy names: {}", file.what,
        file.source, file.setting,
        has_branch ? "there is no such file" : "there is no such branch"));
  }
}

}  // namespace commitgate
