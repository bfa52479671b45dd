// SPDX-License-Identifier: MIT
#include "tests/hooks/push/pushed_world.h"

#include <algorithm>
#include <utility>

#include "hooks/push/moment.h"
#include "hooks/push/policed.h"
#include "hooks/push/settle.h"

namespace commitgate::testing {
namespace {

const std::string kProvider = "unix";

RefPolicy MakePolicy(const std::string& pattern, Micros within) {
  RefPolicy policy;
  policy.match = RefPattern(pattern);
  policy.within = within;
  return policy;
}

Pusher PusherOf(const std::string& who) {
  return {kProvider, who};
}

bool AreAccepted(const std::vector<Answer>& answers) {
  return std::ranges::all_of(answers, &Answer::accepted);
}

}  // namespace

PushedWorld::PushedWorld() {
  policy.refs.push_back(MakePolicy("refs/tags/*", 0));
  policy.refs.push_back(MakePolicy("refs/heads/*", 600 * kSecond));
}

void PushedWorld::SetPolicy(RefPolicy changed) {
  const auto old = std::ranges::find_if(policy.refs, [&](const RefPolicy& p) {
    return p.match.text() == changed.match.text();
  });
  if (old == policy.refs.end())
    policy.refs.insert(policy.refs.begin(), std::move(changed));
  else
    *old = std::move(changed);
}

RefPolicy& PushedWorld::PolicyOf(const std::string& ref) {
  return const_cast<RefPolicy&>(*policy.Find(ref));
}

void PushedWorld::WriteBaselineOfAll() {
  Ledger::Transaction transaction(ledger);
  WriteBaseline(ledger, server);
  transaction.Commit();
}

void PushedWorld::SettleAll() {
  Ledger::Transaction transaction(ledger);
  std::vector<std::string> refs = ledger.Refs();
  for (const auto& [ref, target] : server.refs)
    refs.push_back(ref);
  Settle(ledger, server, policy, refs);
  transaction.Commit();
}

std::vector<Answer> PushedWorld::Push(const PushStory& story, Death death) {
  std::vector<std::vector<Command>> batches{story.commands};
  if (story.by_update) {
    batches.clear();
    for (const Command& command : story.commands)
      batches.push_back({command});
  }
  std::vector<Answer> answers;
  for (const std::vector<Command>& batch : batches) {
    std::ranges::move(Ask(story, batch), std::back_inserter(answers));
    if (death != Death::kBeforeMove)
      Move(story.id);
  }
  if (death == Death::kNone)
    ConfirmPush(story.id);
  End(story.id);
  return answers;
}

std::vector<Answer> PushedWorld::Begin(const PushStory& story) {
  if (!story.by_update)
    return Ask(story, story.commands);
  std::vector<Answer> answers;
  for (const Command& command : story.commands)
    std::ranges::move(Ask(story, {command}), std::back_inserter(answers));
  return answers;
}

std::vector<Answer> PushedWorld::Ask(const PushStory& story,
                                     const std::vector<Command>& commands) {
  server.alive.insert(story.id);
  PushRequest request{.push = story.id,
                      .pusher = PusherOf(story.who),
                      .candidates = {},
                      .one_by_one = story.by_update,
                      .policy = policy,
                      .policy_name = "test",
                      .policy_id = std::string(40, 'f')};
  for (const Command& command : commands)
    request.candidates.push_back(MakeCandidate(command, story.who));
  if (settles_all)
    SettleAll();
  std::vector<Answer> answers = DecideOnce(request);
  if (asks_twice)
    answers = DecideOnce(request);
  if (!story.by_update && !AreAccepted(answers))
    return answers;
  for (size_t i = 0; i < answers.size(); ++i)
    if (answers[i].accepted)
      movements_.push_back({story.id, answers[i].ref,
                            server.ReadRef(answers[i].ref),
                            request.candidates[i].update.target});
  return answers;
}

std::vector<Answer> PushedWorld::DecideOnce(const PushRequest& request) {
  std::vector<Answer> answers = Decide(ledger, server, request);
  if (std::ranges::any_of(answers, &Answer::busy))
    KeepTime();
  return answers;
}

Candidate PushedWorld::MakeCandidate(const Command& command,
                                     const std::string& who) const {
  Candidate candidate;
  candidate.update = {command.ref, server.graph.IdOfAny(command.claimed),
                      server.graph.IdOfAny(command.target)};
  candidate.policy = policy.Find(command.ref);
  if (auto refusal = Judge(candidate, who))
    candidate.refusals.push_back(*std::move(refusal));
  return candidate;
}

/// What the gates say that come before the ledger.
std::optional<Remark> PushedWorld::Judge(const Candidate& candidate,
                                         const std::string& who) const {
  const RefUpdate& update = candidate.update;
  const RefPolicy* const held_to = candidate.policy;
  if (!held_to || held_to->IsFree())
    return std::nullopt;
  if (held_to->pushers && !policy.Includes(*held_to->pushers, who))
    return Remark{"not among the pushers"};
  const auto real = server.ReadRef(update.ref);
  if (IsTag(update.ref) || real != update.claimed || !update.target)
    return std::nullopt;
  const CommitGraph& graph = server.graph;
  const auto reach_of = [&](const std::optional<ObjectId>& id) {
    return id ? graph.Reach(graph.NumberOf(*id)) : CommitSet();
  };
  const CommitSet added = reach_of(update.target) & ~reach_of(real);
  CommitSet fresh = added;
  for (const auto& [ref, target] : server.refs)
    if (ref != update.ref && IsPolicedBranch(policy, ref))
      fresh &= ~reach_of(target);
  for (const size_t number : graph.Members(fresh))
    if (!graph.IsWellMade(number))
      return Remark{"a message is not well made"};
  for (const size_t number : graph.Members(real ? added : fresh))
    if (graph.IsMerge(number) && held_to->merges == RefPolicy::Merges::kRefuse)
      return Remark{"a merge"};
  return std::nullopt;
}

/// A hook that has waited in vain ends here; the model writes it down, and time
/// goes on with it.
void PushedWorld::KeepTime() {
  Ledger::Transaction transaction(ledger);
  Row row;
  row.ref = "refs/heads/nowhere";
  Stamp(row, ReadMoment(ledger, server));
  ledger.Append(row);
  transaction.Commit();
}

std::vector<std::pair<std::string, bool>> PushedWorld::Move(
    const std::string& id, const std::string& ref) {
  std::vector<std::pair<std::string, bool>> moved;
  for (Movement& movement : movements_) {
    if (movement.push != id || movement.tried ||
        (!ref.empty() && movement.ref != ref))
      continue;
    movement.tried = true;
    movement.moved = server.ReadRef(movement.ref) == movement.before &&
                     server.alive.contains(id);
    moved.emplace_back(movement.ref, movement.moved);
    if (!movement.moved)
      continue;
    if (movement.after)
      server.refs[movement.ref] = *movement.after;
    else
      server.refs.erase(movement.ref);
  }
  return moved;
}

void PushedWorld::ConfirmPush(const std::string& id) {
  std::vector<std::string> refs;
  for (const Movement& movement : movements_)
    if (movement.push == id && movement.moved)
      refs.push_back(movement.ref);
  ConfirmOnce(id, refs);
  if (asks_twice)
    ConfirmOnce(id, refs);
}

void PushedWorld::ConfirmOnce(const std::string& id,
                              const std::vector<std::string>& refs) {
  Ledger::Transaction transaction(ledger);
  Confirm(ledger, server, policy, id, refs);
  transaction.Commit();
}

void PushedWorld::SetByHand(const std::string& ref,
                            const std::optional<std::string>& commit) {
  if (commit)
    server.refs[ref] = server.graph.IdOf(*commit);
  else
    server.refs.erase(ref);
}

void PushedWorld::Grant(const Command& command, const std::string& to,
                        Micros duration) {
  Ledger::Transaction transaction(ledger);
  const Moment moment = ReadMoment(ledger, server);
  Row row;
  row.ref = command.ref;
  row.kind = RowKind::kGrant;
  row.how = RowHow::kGrant;
  row.state = RowState::kOpen;
  row.before = server.graph.IdOfAny(command.claimed);
  row.after = server.graph.IdOfAny(command.target);
  row.pusher = PusherOf(to);
  Stamp(row, moment);
  row.until = row.received + duration;
  // The model keeps grants beside the rows; time does not go on with them.
  row.received = ledger.NewestReceived().value_or(row.received);
  ledger.Append(row);
  transaction.Commit();
}

void PushedWorld::ResetClock() {
  Ledger::Transaction transaction(ledger);
  RestartClock(ledger, server, "a test");
  transaction.Commit();
}

void PushedWorld::Reboot() {
  server.alive.clear();
  ++server.boot;
}

std::string PushedWorld::ValueOf(const std::string& ref) const {
  const auto value = server.ReadRef(ref);
  return value ? server.graph.NameOf(*value) : "";
}

}  // namespace commitgate::testing
