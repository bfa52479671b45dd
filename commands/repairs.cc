// SPDX-License-Identifier: MIT
#include "commands/repairs.h"

#include <fmt/core.h>

#include <ctime>
#include <memory>
#include <utility>

#include "hooks/policy_source.h"
#include "validator/error.h"

namespace commitgate {
namespace {

OpenRepository Opener(const FixOptions& options, bool has_repository) {
  if (!has_repository)
    return {};
  return [&options] { return options.place.OpenRepository(); };
}

}  // namespace

Repairs::Repairs(const FixOptions& options, Policy policy,
                 const std::optional<std::string>& work_tree,
                 bool has_repository)
    : options_(options),
      policy_(std::make_unique<const Policy>(std::move(policy))),
      project_(Project::OfWorkTree(*policy_, NeedsOf(*policy_, options.stage),
                                   work_tree,
                                   Opener(options, has_repository))) {}

Repairs Repairs::OfCommits(const FixOptions& options,
                           const Repository& repository) {
  return Repairs(options, FindPolicy(options.place, repository),
                 repository.WorkTree(), true);
}

Repairs Repairs::OfMessages(const FixOptions& options,
                            const Environment& environment,
                            const GitConfig& config) {
  const auto work_tree = FindWorkTree(environment);
  return Repairs(options, FindPolicy(options.place, config, work_tree),
                 work_tree, HasRepository(config));
}

Repaired Repairs::Of(const Commit& commit) const {
  Views views = project_.views();
  views.now = std::time(nullptr);
  Repaired repaired = RepairMessage(commit, *policy_, options_.stage, views);
  if (repaired.verdict.kind == Verdict::Kind::kError)
    throw Error(
        fmt::format("judging {}: {}", commit.id, repaired.verdict.error));
  return repaired;
}

}  // namespace commitgate
