// SPDX-License-Identifier: MIT
#include "validator/engine/print_push_policy.h"

#include <set>

#include <fmt/core.h>

#include "validator/engine/duration.h"
#include "validator/engine/policy_words.h"

namespace commitgate {
namespace {

using Origins = std::map<std::string, Origin, std::less<>>;

Origin OriginOf(std::string_view key, const Origins& origins) {
  const auto origin = origins.find(key);
  return origin == origins.end() ? Origin{} : origin->second;
}

/// The word for a value of an enumeration.
template <typename Enum>
std::string WordFor(Enum value, std::span<const std::string_view> words) {
  return TomlString(words[static_cast<size_t>(value)]);
}

std::string ForcePushOf(const RefPolicy& ref) {
  if (ref.within == 0)
    return TomlString(kForcePushWords[0]);
  if (ref.within == kForever)
    return TomlString(kForcePushWords[1]);
  return fmt::format("{{ within = {}, scope = {} }}",
                     TomlString(PrintDuration(ref.within)),
                     WordFor(ref.scope, kScopeWords));
}

std::string BackportOf(const RefPolicy& ref) {
  const std::string from = TomlString(ref.backport_of->text());
  if (ref.otherwise == RefPolicy::Otherwise::kWarn)
    return from;
  return fmt::format("{{ from = {}, otherwise = {} }}", from,
                     WordFor(ref.otherwise, kOtherwiseWords));
}

void PrintRules(const RefPolicy& ref, TomlWriter& writer) {
  const auto value = [&](std::string_view key, const std::string& text) {
    writer.Value(key, text, OriginOf(key, ref.origins));
  };
  if (ref.type() == RefPolicy::Type::kBranch)
    value("merges", WordFor(ref.merges, kMergesWords));
  value("delete", WordFor(ref.deletion, kDeleteWords));
  value("force-push", ForcePushOf(ref));
  if (!ref.stricter_than.empty())
    writer.List("stricter-than", ref.stricter_than,
                OriginOf("stricter-than", ref.origins));
  if (!ref.since.empty())
    value("since", TomlString(ref.since));
  if (ref.only_from)
    value("only-from", TomlString(ref.only_from->text()));
  if (ref.backport_of)
    value("backport-of", BackportOf(ref));
}

void Print(const RefPolicy& ref, TomlWriter& writer) {
  writer.Table("[[refs]]", ref.origin);
  writer.Value("match", TomlString(ref.match.text()));
  if (ref.rules != kOwnRules)
    writer.Value("rules", TomlString(ref.rules),
                 OriginOf("rules", ref.origins));
  if (ref.pushers)
    writer.List("pushers", *ref.pushers, OriginOf("pushers", ref.origins));
  if (!ref.IsFree())
    PrintRules(ref, writer);
}

void PrintGroups(const PushPolicy& policy, TomlWriter& writer) {
  if (policy.groups.empty())
    return;
  writer.Table("[groups]");
  for (const auto& [name, members] : policy.groups)
    writer.List(TomlKey(name), members, OriginOf(name, policy.group_origins));
}

void Print(const Limits& limits, TomlWriter& writer) {
  const auto value = [&](std::string_view key, const std::string& text) {
    writer.Value(key, text, OriginOf(key, limits.origins));
  };
  writer.Table("[limits]");
  value("max-commits", fmt::format("{}", limits.max_commits));
  value("max-message", fmt::format("{}", limits.max_message));
  value("max-refs", fmt::format("{}", limits.max_refs));
  value("deadline", TomlString(limits.deadline ? PrintDuration(*limits.deadline)
                                               : std::string(kNoDeadline)));
}

}  // namespace

void PrintPushPolicy(const PushPolicy& policy, TomlWriter& writer) {
  std::set<std::string_view> seen;
  for (const RefPolicy& ref : policy.refs)
    if (seen.insert(ref.match.text()).second)
      Print(ref, writer);
  PrintGroups(policy, writer);
  Print(policy.limits, writer);
  writer.Table("[identity]");
  writer.List("delegates", policy.delegates, policy.delegates_origin);
  writer.Table("[ledger]");
  writer.Value("unavailable",
               TomlString(kUnavailableWords[policy.forward_without_ledger]),
               policy.ledger_origin);
  writer.Table("[output]");
  writer.Value("max-findings", fmt::format("{}", policy.max_findings),
               OriginOf("max-findings", policy.output_origins));
  writer.Value("gitlab", policy.gitlab ? "true" : "false",
               OriginOf("gitlab", policy.output_origins));
}

}  // namespace commitgate
