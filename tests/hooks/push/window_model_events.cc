// SPDX-License-Identifier: MIT
#include <algorithm>

#include "tests/hooks/push/window_model.h"

namespace commitgate::testing {
namespace {

using nlohmann::json;

std::optional<std::string> ReadName(const json& value) {
  return value.is_null() ? std::nullopt
                         : std::optional(value.get<std::string>());
}

}  // namespace

json WindowModel::Run(const json& event) {
  if (event.contains("t"))
    time_ = ReadSeconds(event.at("t"));
  const std::string op = event.at("op");
  if (op == "push" || op == "begin")
    return RunPush(event);
  if (op == "move")
    return RunMove(event.at("id"), event.value("ref", ""));
  RunOther(event);
  return nullptr;
}

WindowModel::Name WindowModel::OldValue(const std::string& ref,
                                        const json& value) const {
  return value == "@" ? Real(ref) : ReadName(value);
}

json WindowModel::RunPush(const json& event) {
  Asked asked;
  asked.push = event.at("id");
  asked.who = event.at("who");
  for (const json& command : event.at("refs"))
    asked.commands.push_back({command.at(0),
                              OldValue(command.at(0), command.at(1)),
                              ReadName(command.at(2))});
  const bool is_whole = event.at("op") == "push";
  const json die = event.value("die", json());
  json out{{"yes", true}, {"answers", json::array()}, {"refs", json::object()}};
  const auto decide = [&](const Asked& part) {
    for (const Answered& answer : Decide(part)) {
      out["answers"].push_back(answer.yes);
      out["yes"] = out["yes"].get<bool>() && answer.yes;
    }
    if (is_whole && die != "before")
      RunMove(part.push, "");
  };
  if (event.value("mode", "") != "update")
    decide(asked);
  else
    for (const Command& command : asked.commands)
      decide({asked.push, asked.who, {command}});
  if (is_whole) {
    if (die.is_null())
      Confirm(asked.push);
    alive_.erase(asked.push);
  }
  for (const Command& command : asked.commands) {
    const Name real = Real(command.ref);
    out["refs"][command.ref] = real ? json(*real) : json();
  }
  return out;
}

json WindowModel::RunMove(const std::string& push, const std::string& ref) {
  json moved = json::array();
  for (ModelRow& row : rows_) {
    if (row.push != push || row.how == RowHow::kRefused || row.tried ||
        (!ref.empty() && row.ref != ref))
      continue;
    row.tried = true;
    row.moved = Real(row.ref) == row.before && alive_.contains(push);
    moved.push_back({row.ref, row.moved});
    if (!row.moved)
      continue;
    if (row.after)
      refs_[row.ref] = *row.after;
    else
      refs_.erase(row.ref);
  }
  return {{"moved", moved}};
}

void WindowModel::Confirm(const std::string& push) {
  for (ModelRow& row : rows_) {
    if (row.push != push || !row.moved)
      continue;
    row.confirmed = true;
    if (row.state == RowState::kIntended || row.state == RowState::kAbandoned)
      Land(row, RowState::kLanded);
  }
}

void WindowModel::WriteBaselines() {
  const Micros now = std::max(Wall(), Newest());
  for (const auto& [ref, commit] : refs_) {
    ModelRow row;
    row.ref = ref;
    row.kind = RowKind::kBaseline;
    row.how = RowHow::kBaseline;
    row.after = commit;
    Land(Append(row, now), RowState::kBaseline);
  }
}

void WindowModel::ResetClock() {
  std::set<std::string> refs;
  for (const ModelRow& row : rows_)
    refs.insert(row.ref);
  const Micros wall = Wall();
  for (const std::string& ref : refs) {
    ModelRow row;
    row.ref = ref;
    row.kind = RowKind::kClock;
    row.how = RowHow::kClock;
    Land(Append(row, wall), RowState::kLanded);
  }
}

void WindowModel::AddGrant(const json& event) {
  grants_.push_back({event.at("ref"),
                     OldValue(event.at("ref"), event.at("old")),
                     ReadName(event.at("new")), event.at("to"),
                     std::max(Wall(), Newest()) +
                         ReadSeconds(event.value("for", json(3600)))});
}

void WindowModel::SetPolicy(const json& event) {
  const RefPolicy policy = ReadPolicyEvent(event);
  const auto old = std::ranges::find_if(policies_, [&](const RefPolicy& p) {
    return p.match.text() == policy.match.text();
  });
  if (old == policies_.end())
    policies_.insert(policies_.begin(), policy);
  else
    *old = policy;
}

void WindowModel::RunOther(const json& event) {
  const std::string op = event.at("op");
  if (op == "commit") {
    std::vector<std::string> parents;
    for (const json& parent : event.value("parents", json::array()))
      parents.push_back(parent);
    graph_.Add(event.at("id"), parents, event.value("tree", ""),
               event.value("ok", true));
  } else if (op == "policy") {
    SetPolicy(event);
  } else if (op == "ref") {
    if (event.at("new").is_null())
      refs_.erase(event.at("ref"));
    else
      refs_[event.at("ref")] = event.at("new");
  } else if (op == "baseline") {
    WriteBaselines();
  } else if (op == "confirm") {
    Confirm(event.at("id"));
  } else if (op == "gone") {
    alive_.erase(event.at("id"));
  } else if (op == "grant") {
    AddGrant(event);
  } else if (op == "clock") {
    offset_ = ReadSeconds(event.at("wall"));
  } else if (op == "reboot") {
    ++boot_;
    alive_.clear();
  } else if (op == "reset-clock") {
    ResetClock();
  } else if (op == "reconcile") {
    SettleAll(std::max(Wall(), Newest()));
  }
}

}  // namespace commitgate::testing
