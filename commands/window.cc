// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"
#include "commands/place.h"
#include "hooks/push/current_ledger.h"
#include "hooks/push/git_server.h"
#include "hooks/push/policed.h"
#include "hooks/push/served.h"
#include "hooks/push/still_open.h"
#include "hooks/push/wording.h"
#include "validator/engine/duration.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

enum class Format { kText, kJson };

const std::map<std::string, Format>& FormatWords() {
  static const std::map<std::string, Format> kWords = {{"text", Format::kText},
                                                       {"json", Format::kJson}};
  return kWords;
}

/// A branch and what of it is open.
struct Window {
  std::string ref;
  Micros within = 0;
  std::vector<OpenCommit> commits = {};
};

std::string FullName(const std::string& branch) {
  return branch.starts_with("refs/") ? branch : "refs/heads/" + branch;
}

std::vector<std::string> RefsToShow(const std::string& branch,
                                    const Served& served) {
  const PushPolicy& policy = served.policy.policy.push;
  if (!branch.empty()) {
    const std::string ref = FullName(branch);
    if (!served.repository.ReadRef(ref))
      throw Error(fmt::format("there is no branch '{}'", branch));
    if (!IsPolicedBranch(policy, ref))
      throw Error(fmt::format("'{}' is no branch with a window", ref));
    return {ref};
  }
  std::vector<std::string> refs;
  for (const Ref& ref : served.repository.ReadRefs())
    if (IsPolicedBranch(policy, ref.name))
      refs.push_back(ref.name);
  return refs;
}

std::vector<Window> FindWindows(const std::vector<std::string>& refs,
                                const Served& served) {
  const PushPolicy& policy = served.policy.policy.push;
  const GitServer server(served.repository);
  Ledger ledger = OpenSettled(served, refs);
  std::vector<Window> windows;
  for (const std::string& ref : refs) {
    const RefPolicy& ref_policy = *policy.Find(ref);
    windows.push_back({ref, ref_policy.within});
    if (ref_policy.within > 0 && ref_policy.within != kForever)
      windows.back().commits =
          StillOpen(ledger, server, policy, ref, ref_policy);
  }
  return windows;
}

std::string Title(const ObjectId& id, const Repository& repository) {
  return DescribeCommit(id,
                        ParseStoredCommit(id.Hex(), repository.ReadCommit(id)));
}

std::string ToText(const Window& window, const Repository& repository) {
  const std::string ref = Printable(window.ref);
  if (window.within == kForever)
    return fmt::format("{}: may be rewritten at any time\n", ref);
  if (window.commits.empty())
    return fmt::format("{}: all is final\n", ref);
  std::string text = fmt::format("{}:\n", ref);
  for (const OpenCommit& open : window.commits)
    text += fmt::format("  {}\n    {} may rewrite it for {} more\n",
                        Title(open.commit, repository),
                        Printable(open.pusher.id), DescribeDuration(open.left));
  return text;
}

nlohmann::ordered_json ToJson(const Window& window) {
  auto rows = nlohmann::ordered_json::array();
  for (const OpenCommit& open : window.commits)
    rows.push_back({{"commit", open.commit.Hex()},
                    {"pusher", open.pusher.id},
                    {"provider", open.pusher.provider},
                    {"seconds", open.left / kSecond}});
  return {{"ref", window.ref},
          {"always", window.within == kForever},
          {"open", std::move(rows)}};
}

std::string Tell(const std::vector<Window>& windows, Format format,
                 const Repository& repository) {
  std::string text;
  auto all = nlohmann::ordered_json::array();
  for (const Window& window : windows) {
    if (format == Format::kText)
      text += ToText(window, repository);
    else
      all.push_back(ToJson(window));
  }
  return format == Format::kText ? text : all.dump(2) + "\n";
}

}  // namespace

ExitStatus RunWindow(const Invocation& invocation) {
  CommandLine line{"Tells who may still rewrite which commits of a branch.",
                   "commitgate window"};
  Place place;
  std::string branch;
  Format format = Format::kText;
  line.AddOption("branch", branch, "all branches if it is left out")
      .TypeName("BRANCH");
  place.AddRepositoryOptions(line);
  line.AddChoice("--format", format, FormatWords(), "text (default) or json")
      .TypeName("FORMAT");
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  place.Enter(invocation.environment);
  const Served served = Served::OfCommand(place.OpenRepository());
  const std::vector<Window> windows =
      FindWindows(RefsToShow(branch, served), served);
  Output output;
  output.Write(Tell(windows, format, served.repository));
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
