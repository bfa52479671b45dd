// SPDX-License-Identifier: MIT
#include "validator/engine/server_layer.h"

#include "validator/engine/group_layer.h"
#include "validator/engine/policy_words.h"

namespace commitgate {
namespace {

using Origins = std::map<std::string, Origin, std::less<>>;

void AddOrigins(const PolicyFile& file, const TomlValue& table,
                Origins& origins) {
  for (const TomlEntry& entry : table.entries)
    origins.insert_or_assign(entry.key, file.OriginOf(entry.place));
}

void ReadCount(const PolicyFile& file, const TomlValue& table,
               std::string_view key, int64_t& count) {
  if (const TomlEntry* const entry = table.Find(key))
    count = file.Count(*entry);
}

std::optional<Micros> ReadDeadline(const PolicyFile& file,
                                   const TomlEntry& entry) {
  if (file.Text(entry) == kNoDeadline)
    return std::nullopt;
  return file.Duration(entry);
}

void ApplyLimits(const PolicyFile& file, Limits& limits) {
  constexpr std::string_view kKeys[] = {"max-commits", "max-message",
                                        "max-refs", "deadline"};
  const TomlValue* const table = file.FindTable("limits", kKeys);
  if (table == nullptr)
    return;
  ReadCount(file, *table, "max-commits", limits.max_commits);
  ReadCount(file, *table, "max-message", limits.max_message);
  ReadCount(file, *table, "max-refs", limits.max_refs);
  if (const TomlEntry* const deadline = table->Find("deadline"))
    limits.deadline = ReadDeadline(file, *deadline);
  AddOrigins(file, *table, limits.origins);
}

const TomlEntry* FindDelegates(const PolicyFile& file) {
  constexpr std::string_view kKeys[] = {"delegates"};
  const TomlValue* const table = file.FindTable("identity", kKeys);
  return table == nullptr ? nullptr : table->Find(kKeys[0]);
}

void ApplyIdentity(const PolicyFile& file, PushPolicy& policy) {
  const TomlEntry* const delegates = FindDelegates(file);
  if (delegates == nullptr)
    return;
  policy.delegates = ReadPushers(file, *delegates);
  policy.delegates_origin = file.OriginOf(delegates->place);
}

void ApplyLedger(const PolicyFile& file, PushPolicy& policy) {
  constexpr std::string_view kKeys[] = {"unavailable"};
  const TomlValue* const table = file.FindTable("ledger", kKeys);
  const TomlEntry* const entry =
      table == nullptr ? nullptr : table->Find(kKeys[0]);
  if (entry == nullptr)
    return;
  policy.forward_without_ledger = file.Choice(*entry, kUnavailableWords) != 0;
  policy.ledger_origin = file.OriginOf(entry->place);
}

void ApplyOutput(const PolicyFile& file, PushPolicy& policy) {
  constexpr std::string_view kKeys[] = {"max-findings", "gitlab"};
  const TomlValue* const table = file.FindTable("output", kKeys);
  if (table == nullptr)
    return;
  ReadCount(file, *table, "max-findings", policy.max_findings);
  if (const TomlEntry* const gitlab = table->Find("gitlab"))
    policy.gitlab = file.Boolean(*gitlab);
  AddOrigins(file, *table, policy.output_origins);
}

}  // namespace

void ApplyServer(const PolicyFile& file, PushPolicy& policy) {
  ApplyLimits(file, policy.limits);
  ApplyIdentity(file, policy);
  ApplyLedger(file, policy);
  ApplyOutput(file, policy);
}

void CheckServer(const PolicyFile& file, const PushPolicy& policy) {
  if (const TomlEntry* const delegates = FindDelegates(file))
    CheckGroups(file, *delegates, policy);
}

}  // namespace commitgate
