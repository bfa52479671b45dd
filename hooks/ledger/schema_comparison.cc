// SPDX-License-Identifier: MIT
#include "hooks/ledger/schema_comparison.h"

#include <fmt/core.h>

#include <map>

#include "hooks/ledger/queries.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// The statements that made what there is, by its type and name.
using Schema = std::map<std::string, std::string>;

Schema ReadSchema(Connection& connection) {
  Schema schema;
  Query query(connection, query::kSchema);
  while (query.Next())
    // A schema that was written by hand may have a name twice.
    schema[query.Text(0)] += query.Text(1);
  return schema;
}

}  // namespace

std::vector<std::string> CompareSchemas(Connection& kept, Connection& fresh) {
  const Schema found = ReadSchema(kept);
  const Schema wanted = ReadSchema(fresh);
  std::vector<std::string> complaints;
  for (const auto& [name, statement] : found) {
    const auto same = wanted.find(name);
    if (same == wanted.end())
      complaints.push_back(fmt::format("the {} was added", Printable(name)));
    else if (same->second != statement)
      complaints.push_back(fmt::format("the {} was changed", Printable(name)));
  }
  for (const auto& [name, statement] : wanted)
    if (!found.contains(name))
      complaints.push_back(fmt::format("the {} was dropped", Printable(name)));
  return complaints;
}

}  // namespace commitgate
