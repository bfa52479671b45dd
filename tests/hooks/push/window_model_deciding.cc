// SPDX-License-Identifier: MIT
#include <algorithm>

#include "tests/hooks/push/window_model.h"

namespace commitgate::testing {
namespace {

bool IsTagName(const std::string& ref) {
  return ref.starts_with("refs/tags/");
}

bool TakesAway(RowKind kind) {
  return kind == RowKind::kRewrite || kind == RowKind::kDelete;
}

}  // namespace

Micros WindowModel::AgeOf(const ModelMark& mark, Micros now) const {
  if (mark.boot != boot_)
    return kForever;
  return std::max(now - mark.clock, time_ - mark.uptime);
}

RowKind WindowModel::KindOf(const Name& before, const Name& after) const {
  if (!after)
    return RowKind::kDelete;
  if (!before)
    return RowKind::kCreate;
  if (before == after)
    return RowKind::kNone;
  return (Reach(before) & ~Reach(after)).none() ? RowKind::kForward
                                                : RowKind::kRewrite;
}

std::vector<WindowModel::Answered> WindowModel::Decide(const Asked& given) {
  Asked asked = given;
  asked.now = std::max(Wall(), Newest());
  asked.is_behind = asked.now - Wall() > 2 * kSecond;
  alive_.insert(asked.push);
  SettleAll(asked.now);
  std::vector<Answered> answers;
  for (const Command& command : asked.commands)
    answers.push_back(Judge(asked, command));
  const bool all = std::ranges::all_of(answers, &Answered::yes);
  for (size_t i = 0; i < answers.size(); ++i) {
    const Command& command = asked.commands[i];
    answers[i].yes &= all;
    const RefPolicy* const policy = PolicyOf(command.ref);
    ModelRow row;
    row.push = asked.push;
    row.ref = command.ref;
    row.kind = answers[i].kind;
    row.before = Real(command.ref);
    row.after = command.target;
    row.who = asked.who;
    row.within = !policy || policy->IsFree() ? 0 : policy->within;
    if (answers[i].yes) {
      row.how = answers[i].how;
      row.grant = answers[i].grant;
      row.state = RowState::kIntended;
    }
    ModelRow& written = Append(row, asked.now);
    if (answers[i].yes && written.kind == RowKind::kNone)
      Land(written, RowState::kLanded);
  }
  return answers;
}

WindowModel::Answered WindowModel::Judge(const Asked& asked,
                                         const Command& command) const {
  const std::string& ref = command.ref;
  const Name real = Real(ref);
  const RefPolicy* const policy = PolicyOf(ref);
  Answered no{false, KindOf(real, command.target), RowHow::kRefused, -1};
  const auto yes = [&](RowHow how) { return Answered{true, no.kind, how, -1}; };
  const auto is_same = [&](const Command& other) { return other.ref == ref; };
  if (!policy || std::ranges::count_if(asked.commands, is_same) > 1 ||
      command.claimed != real || (!command.target && !real))
    return no;
  if (policy->IsFree())
    return yes(RowHow::kForward);
  if (IsTagName(ref))
    return JudgeTag(asked, command, no);
  if (IsBusy(asked, ref, no.kind) || IsRefusedByGates(asked, command))
    return no;
  if (no.kind == RowKind::kNone || no.kind == RowKind::kForward)
    return yes(RowHow::kForward);
  Name before = real;
  if (no.kind == RowKind::kCreate) {
    before = Play(ref).LastToCompare();
    if (!before || (Reach(before) & ~Reach(command.target)).none())
      return yes(RowHow::kForward);
  }
  const bool is_deletion = no.kind == RowKind::kDelete;
  if (is_deletion ? policy->deletion == RefPolicy::Delete::kAllow
                  : policy->within == kForever)
    return yes(RowHow::kAllow);
  if (!(is_deletion && policy->deletion == RefPolicy::Delete::kRefuse) &&
      IsAllowed(asked, command, before))
    return yes(RowHow::kWindow);
  const int grant = FindGrant(asked, command);
  if (grant < 0)
    return no;
  Answered granted = yes(RowHow::kGrant);
  granted.grant = grant;
  return granted;
}

WindowModel::Answered WindowModel::JudgeTag(const Asked& asked,
                                            const Command& command,
                                            Answered answer) const {
  if (answer.kind != RowKind::kCreate)
    return answer;
  const size_t commit = graph_.NumberOf(*command.target);
  const auto has = [&](const Name& name) -> bool {
    return Reach(name).test(commit);
  };
  bool is_kept = false;
  for (const auto& [other, tip] : refs_) {
    if (!IsPoliced(other) || IsTagName(other) || !has(tip))
      continue;
    bool stays = true;
    for (const Command& moved : asked.commands)
      stays &= moved.ref != other || has(moved.target);
    for (const ModelRow& row : rows_)
      if (row.ref == other && row.state == RowState::kIntended &&
          row.push != asked.push && IsAlive(row.push) && TakesAway(row.kind))
        stays &= has(row.after);
    is_kept |= stays;
  }
  for (const Command& moved : asked.commands) {
    if (!IsPoliced(moved.ref) || IsTagName(moved.ref) || !moved.target ||
        !has(moved.target))
      continue;
    const Answered other = Judge(asked, moved);
    is_kept |= other.yes && other.how == RowHow::kForward;
  }
  if (!is_kept)
    return answer;
  return {true, answer.kind, RowHow::kForward, -1};
}

bool WindowModel::IsBusy(const Asked& asked, const std::string& ref,
                         RowKind kind) const {
  return std::ranges::any_of(rows_, [&](const ModelRow& row) {
    return row.ref == ref && row.push != asked.push &&
           row.how != RowHow::kRefused && row.kind != RowKind::kNone &&
           IsAlive(row.push) && !row.confirmed &&
           (TakesAway(row.kind) || TakesAway(kind));
  });
}

bool WindowModel::IsRefusedByGates(const Asked& asked,
                                   const Command& command) const {
  const RefPolicy& policy = *PolicyOf(command.ref);
  if (policy.pushers &&
      std::ranges::find(*policy.pushers, asked.who) == policy.pushers->end())
    return true;
  const Name real = Real(command.ref);
  const CommitSet added = Reach(command.target) & ~Reach(real);
  CommitSet fresh = added;
  for (const auto& [other, tip] : refs_)
    if (other != command.ref && IsPoliced(other) && !IsTagName(other))
      fresh &= ~Reach(tip);
  for (const size_t commit : graph_.Members(fresh))
    if (!graph_.IsWellMade(commit))
      return true;
  for (const size_t commit : graph_.Members(real ? added : fresh))
    if (graph_.IsMerge(commit) && policy.merges == RefPolicy::Merges::kRefuse)
      return true;
  return false;
}

bool WindowModel::IsAllowed(const Asked& asked, const Command& command,
                            const Name& before) const {
  const RefPolicy& policy = *PolicyOf(command.ref);
  const ModelView view = Play(command.ref);
  if (policy.within == 0 || (view.value && view.value != before) ||
      asked.is_behind)
    return false;
  for (const size_t commit :
       graph_.Members(Reach(before) & ~Reach(command.target))) {
    ModelMark mark;
    if (view.marks.contains(commit))
      mark = view.marks.at(commit);
    else if (view.memory.contains(commit))
      mark = view.memory.at(commit);
    if (mark.who != asked.who ||
        AgeOf(mark, asked.now) > std::min(policy.within, mark.within))
      return false;
    for (const auto& [order, who] : view.events)
      if (order > mark.order && who != asked.who)
        return false;
    if (IsElsewhere(asked, command.ref, commit, mark))
      return false;
  }
  return policy.scope == RefPolicy::Scope::kAny ||
         (command.target && graph_.TreeOf(graph_.NumberOf(*command.target)) ==
                                graph_.TreeOf(graph_.NumberOf(*before)));
}

bool WindowModel::IsElsewhere(const Asked& asked, const std::string& ref,
                              size_t commit, const ModelMark& mark) const {
  std::set<std::string> others;
  for (const auto& [other, tip] : refs_)
    if (Reach(tip).test(commit))
      others.insert(other);
  for (const ModelRow& row : rows_)
    if (row.state == RowState::kIntended && row.push != asked.push &&
        IsAlive(row.push) && Reach(row.after).test(commit))
      others.insert(row.ref);
  for (const std::string& other : others)
    if (other != ref && IsPoliced(other) &&
        (IsTagName(other) || IsNewThere(asked, other, commit, mark)))
      return true;
  return std::ranges::any_of(asked.commands, [&](const Command& command) {
    return IsTagName(command.ref) && Reach(command.target).test(commit);
  });
}

bool WindowModel::IsNewThere(const Asked& asked, const std::string& other,
                             size_t commit, const ModelMark& mark) const {
  const std::vector<ModelRow> rows = Settled(other);
  const auto is_own = [&](const ModelRow& row) {
    return row.push == asked.push;
  };
  if (std::ranges::any_of(rows, is_own)) {
    std::vector<ModelRow> without = rows;
    std::erase_if(without, is_own);
    if (!Reach(ValueOf(without).value).test(commit))
      return false;
  }
  std::vector<ModelRow> then = rows;
  std::erase_if(then, [&](const ModelRow& row) {
    return row.landed >= mark.order && row.push != mark.push;
  });
  return !Reach(ValueOf(then).value).test(commit);
}

int WindowModel::FindGrant(const Asked& asked, const Command& command) const {
  for (size_t i = 0; i < grants_.size(); ++i) {
    const ModelGrant& grant = grants_[i];
    const bool is_used = std::ranges::any_of(rows_, [&](const ModelRow& row) {
      return row.grant == static_cast<int>(i) &&
             (row.state == RowState::kIntended ||
              row.state == RowState::kLanded);
    });
    if (!is_used && grant.ref == command.ref &&
        grant.before == Real(command.ref) && grant.after == command.target &&
        grant.to == asked.who && asked.now <= grant.until)
      return static_cast<int>(i);
  }
  return -1;
}

}  // namespace commitgate::testing
