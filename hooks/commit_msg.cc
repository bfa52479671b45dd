// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "hooks/attempt.h"
#include "hooks/hook.h"
#include "hooks/message_file.h"
#include "hooks/policy_source.h"
#include "hooks/project/project.h"
#include "hooks/rejected_message.h"
#include "validator/engine/judge.h"
#include "validator/error.h"
#include "validator/git/awaited_config.h"
#include "validator/report/format.h"

namespace commitgate {
namespace {

Repository OpenHere(const Environment& environment) {
  return Repository::Open(".", environment.Get("GIT_DIR").value_or(""));
}

/// The text report of one draft; empty where there is nothing to object to.
std::string Tell(const Commit& commit, const Verdict& verdict,
                 const Policy& policy, bool color) {
  const auto writer = FindFormat("text")->make(
      {.policy = policy, .stage = Stage::kDraft, .color = color});
  std::string text;
  writer->Commit(commit, verdict, text);
  return text;
}

}  // namespace

HookAnswer RunCommitMsg(const HookInvocation& invocation) {
  if (invocation.arguments.size() != 1)
    throw Error("commit-msg: git calls it with the name of the message file");
  const std::string& path = invocation.arguments[0];
  const Environment& environment = invocation.environment;
  AwaitedGitConfig awaited(".");
  const auto work_tree = FindWorkTree(environment);
  const OpenRepository open = [&] { return OpenHere(environment); };
  Attempt<Policy> likely([&] { return LoadUnconfiguredPolicy(work_tree); });
  Attempt<MessageFile> file([&] { return OpenMessageFile(path, environment); });
  const GitConfig config = awaited.Get();
  const Policy policy =
      FindLocalPolicy(config, work_tree, open, [&] { return likely.Take(); });
  const auto draft = ReadDraft(file.Take(), std::nullopt, environment, config);
  if (!draft)
    return {.accepted = true, .text = {}};
  const Project project = Project::OfWorkTree(
      policy, NeedsOf(policy, Stage::kDraft), work_tree, open);
  const Verdict verdict = Judge(*draft, policy, Stage::kDraft, project.views());
  std::string text = Tell(*draft, verdict, policy, invocation.color);
  const bool accepted = verdict.kind == Verdict::Kind::kPass ||
                        verdict.kind == Verdict::Kind::kWarn;
  if (!accepted)
    text += KeepRejectedMessage(path, *draft, config);
  return {.accepted = accepted, .text = std::move(text)};
}

}  // namespace commitgate
