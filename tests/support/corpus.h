// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commitgate::testing {

/// A real or made-up commit message with core-validate-commit's verdict.
struct Record {
  std::string id;
  std::string author;
  std::string message;
  std::optional<int> parents;
  /// What core-validate-commit says: pairs of rule and level ("error" or
  /// "warning").  Nothing where it crashed.
  std::optional<std::set<std::pair<std::string, std::string>>> upstream;
  /// The group of a hand-made message; empty for the others.
  std::string group;
};

/// The folder with the conformance data, or nothing where there is none:
/// CONFORMANCE in the environment.
std::optional<std::string> ConformanceFolder();

/// The records of `<ConformanceFolder()>/<name>.jsonl.xz`, or of the project's
/// own tests/data/<name>.jsonl where `name` starts with "own".
std::vector<Record> ReadCorpus(std::string_view name);

}  // namespace commitgate::testing
