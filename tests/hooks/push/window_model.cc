// SPDX-License-Identifier: MIT
#include "tests/hooks/push/window_model.h"

#include <algorithm>

namespace commitgate::testing {
namespace {

bool IsTagName(const std::string& ref) {
  return ref.starts_with("refs/tags/");
}

bool MovesAlways(RowHow how) {
  return how == RowHow::kOutside || how == RowHow::kBaseline;
}

bool Closes(RowHow how) {
  return MovesAlways(how) || how == RowHow::kGrant;
}

bool TakesAway(RowKind kind) {
  return kind == RowKind::kRewrite || kind == RowKind::kDelete;
}

}  // namespace

WindowModel::WindowModel() {
  for (const char* pattern : {"refs/tags/*", "refs/heads/*"}) {
    RefPolicy policy;
    policy.match = RefPattern(pattern);
    policy.within = IsTagName(pattern) ? 0 : 600 * kSecond;
    policies_.push_back(policy);
  }
}

WindowModel::Name WindowModel::Real(const std::string& ref) const {
  const auto found = refs_.find(ref);
  return found == refs_.end() ? Name() : Name(found->second);
}

const RefPolicy* WindowModel::PolicyOf(const std::string& ref) const {
  for (const RefPolicy& policy : policies_)
    if (policy.match.Match(ref))
      return &policy;
  return nullptr;
}

bool WindowModel::IsPoliced(const std::string& ref) const {
  const RefPolicy* const policy = PolicyOf(ref);
  return policy && !policy->IsFree();
}

Micros WindowModel::Newest() const {
  return rows_.empty() ? -kForever : rows_.back().received;
}

std::vector<WindowModel::ModelRow> WindowModel::Settled(
    const std::string& ref) const {
  std::vector<ModelRow> rows;
  for (const ModelRow& row : rows_)
    if (row.ref == ref && row.landed > 0)
      rows.push_back(row);
  std::ranges::sort(rows, {}, &ModelRow::landed);
  return rows;
}

WindowModel::Value WindowModel::ValueOf(const std::vector<ModelRow>& rows) {
  Value value;
  for (const ModelRow& row : rows)
    if (MovesAlways(row.how) || row.before == value.value || !value.is_known)
      value = {row.after, true};
  return value;
}

WindowModel::ModelMark WindowModel::Eldest(
    const std::vector<ModelMark>& marks) {
  ModelMark eldest = *std::ranges::min_element(marks, {}, &ModelMark::source);
  for (const ModelMark& mark : marks) {
    eldest.clock = std::min(eldest.clock, mark.clock);
    eldest.within = std::min(eldest.within, mark.within);
  }
  return eldest;
}

Micros WindowModel::LongestWithin(const std::string& ref) const {
  Micros longest = 0;
  for (const ModelRow& row : Settled(ref))
    if (row.within != kForever)
      longest = std::max(longest, row.within);
  const Micros now = PolicyOf(ref)->within;
  return now == kForever ? longest : std::max(longest, now);
}

WindowModel::Name WindowModel::ModelView::LastToCompare() const {
  if (value || (how != RowHow::kAllow && how != RowHow::kOutside))
    return std::nullopt;
  return last;
}

WindowModel::ModelView WindowModel::Play(const std::string& ref) const {
  ModelView view;
  for (const ModelRow& row : Settled(ref))
    PlayRow(row, view);
  return view;
}

void WindowModel::PlayRow(const ModelRow& row, ModelView& view) const {
  if (row.kind == RowKind::kClock) {
    for (auto& [commit, mark] : view.marks)
      mark = ModelMark();
    for (auto& [commit, mark] : view.memory)
      mark = ModelMark();
    view.events.emplace_back(row.landed, std::nullopt);
    return;
  }
  if (!MovesAlways(row.how) && row.before != view.value)
    return PlayTwin(row, view);
  if (row.before == row.after && !MovesAlways(row.how))
    return;
  PlayMovement(row, view);
  view.value = row.after;
  view.how = row.how;
  if (row.after)
    view.last = row.after;
}

void WindowModel::PlayTwin(const ModelRow& row, ModelView& view) const {
  view.events.emplace_back(row.landed, row.who);
  if (row.after != view.value)
    return;
  const CommitSet shared = Reach(row.after) & ~Reach(row.before);
  for (auto& [commit, mark] : view.marks)
    if (shared[commit]) {
      mark.clock = std::min(mark.clock, row.clock);
      mark.within = std::min(mark.within, row.within);
    }
}

void WindowModel::PlayMovement(const ModelRow& row, ModelView& view) const {
  const Name compared = view.value ? view.value : view.LastToCompare();
  const CommitSet before = Reach(view.value);
  const CommitSet after = Reach(row.after);
  const CommitSet held =
      row.kind == RowKind::kDelete ? HeldElsewhere(row) : CommitSet();
  view.events.emplace_back(row.landed, Closes(row.how) ? Name() : row.who);
  std::vector<ModelMark> gone;
  for (const size_t commit : graph_.Members(before & ~after)) {
    const ModelMark mark = view.marks[commit];
    gone.push_back(mark);
    view.marks.erase(commit);
    if (!held[commit])
      view.memory[commit] = Closes(row.how) ? ModelMark() : mark;
  }
  if (!view.value && compared)
    for (const size_t commit : graph_.Members(Reach(compared) & ~after)) {
      const auto found = view.memory.find(commit);
      gone.push_back(found == view.memory.end() ? ModelMark() : found->second);
    }
  if (Closes(row.how)) {
    for (const size_t commit : graph_.Members(after))
      view.marks[commit] = ModelMark();
    return;
  }
  std::optional<ModelMark> eldest;
  if (!gone.empty())
    eldest = Eldest(gone);
  if (eldest)
    for (auto& [commit, mark] : view.marks)
      if (mark.source > eldest->source) {
        mark.source = eldest->source;
        mark.clock = std::min(mark.clock, eldest->clock);
        mark.uptime = eldest->uptime;
        mark.boot = eldest->boot;
      }
  PlayAdded(row, after & ~before, (before & after).count(), eldest, view);
  if (TakesAway(row.kind) && eldest && after.count() < before.count())
    view.holes.push_back({row.who, before.count(), *eldest, row.received,
                          row.uptime, row.boot,
                          std::min(row.within, LongestWithin(row.ref))});
}

void WindowModel::PlayAdded(const ModelRow& row, const CommitSet& added,
                            size_t kept, const std::optional<ModelMark>& eldest,
                            ModelView& view) const {
  size_t place = kept;
  for (const size_t commit : graph_.Members(added)) {
    ++place;
    std::vector<ModelMark> sources{{row.who, row.seq, row.clock, row.uptime,
                                    row.boot, row.within, row.landed,
                                    row.push}};
    const ModelMark own = sources.front();
    if (eldest)
      sources.push_back(*eldest);
    for (const ModelHole& hole : view.holes) {
      const bool is_over =
          row.received > hole.received + hole.within &&
          (row.boot != hole.boot || row.uptime > hole.uptime + hole.within);
      if (hole.who == row.who && !is_over && place <= hole.top)
        sources.push_back(hole.eldest);
    }
    const auto remembered = view.memory.find(commit);
    const bool comes_back = remembered != view.memory.end();
    if (comes_back)
      sources.push_back(remembered->second);
    ModelMark mark = Eldest(sources);
    mark.who = own.who;
    mark.order = own.order;
    mark.push = own.push;
    if (comes_back) {
      mark.order = std::min(mark.order, remembered->second.order);
      mark.push = remembered->second.push;
      if (remembered->second.who != row.who)
        mark = ModelMark();
    }
    view.marks[commit] = mark;
  }
}

CommitSet WindowModel::HeldElsewhere(const ModelRow& row) const {
  std::set<std::string> others;
  for (const ModelRow& other : rows_)
    if (other.ref != row.ref && IsPoliced(other.ref) && !IsTagName(other.ref))
      others.insert(other.ref);
  CommitSet held;
  for (const std::string& other : others) {
    std::vector<ModelRow> rows = Settled(other);
    std::erase_if(rows,
                  [&](const ModelRow& r) { return r.landed > row.landed; });
    held |= Reach(ValueOf(rows).value);
  }
  return held;
}

WindowModel::ModelRow& WindowModel::Append(ModelRow row, Micros received) {
  row.seq = static_cast<int>(rows_.size()) + 1;
  row.received = received;
  row.clock = std::min(Wall(), received);
  row.uptime = time_;
  row.boot = boot_;
  rows_.push_back(std::move(row));
  return rows_.back();
}

void WindowModel::Land(ModelRow& row, RowState state) {
  row.state = state;
  row.landed = ++order_;
}

void WindowModel::SettleAll(Micros now) {
  std::set<std::string> refs;
  for (const ModelRow& row : rows_)
    refs.insert(row.ref);
  for (const auto& [ref, commit] : refs_)
    refs.insert(ref);
  for (const std::string& ref : refs)
    if (PolicyOf(ref))
      SettleRef(ref, now);
}

void WindowModel::SettleRef(const std::string& ref, Micros now) {
  const Name real = Real(ref);
  const auto is_as_told = [&] {
    const Value told = Told(ref);
    return real == told.value && (told.is_known || !real);
  };
  const Name told = Told(ref).value;
  if (!is_as_told())
    for (ModelRow& row : rows_)
      if (row.ref == ref && row.state == RowState::kIntended &&
          row.before == told && row.after == real)
        Land(row, RowState::kLanded);
  const bool is_outside = !is_as_told();
  for (ModelRow& row : rows_) {
    if (row.ref != ref || row.state != RowState::kIntended || IsAlive(row.push))
      continue;
    if (is_outside && row.after && (Reach(row.after) & ~Reach(real)).none())
      Land(row, RowState::kLanded);
    else
      row.state = RowState::kAbandoned;
  }
  if (!is_outside)
    return;
  ModelRow row;
  row.ref = ref;
  row.kind = RowKind::kOutside;
  row.how = RowHow::kOutside;
  row.before = told;
  row.after = real;
  Land(Append(row, now), RowState::kOutside);
}

}  // namespace commitgate::testing
