// SPDX-License-Identifier: MIT
#include <cmath>
#include <stdexcept>

#include "tests/hooks/push/pushed_world.h"

namespace commitgate::testing {
namespace {

using nlohmann::json;

std::optional<std::string> Name(const json& value) {
  return value.is_null() ? std::nullopt
                         : std::optional(value.get<std::string>());
}

json NameOrNull(const std::string& name) {
  return name.empty() ? json() : json(name);
}

/// "@" is what the ref is now.
std::optional<std::string> OldValue(const PushedWorld& world,
                                    const std::string& ref, const json& value) {
  if (value != "@")
    return Name(value);
  const std::string real = world.ValueOf(ref);
  return real.empty() ? std::nullopt : std::optional(real);
}

PushStory ReadStory(const PushedWorld& world, const json& event) {
  PushStory story{
      event.at("id"), event.at("who"), {}, event.value("mode", "") == "update"};
  for (const json& command : event.at("refs"))
    story.commands.push_back({command.at(0),
                              OldValue(world, command.at(0), command.at(1)),
                              Name(command.at(2))});
  return story;
}

Death ReadDeath(const json& event) {
  const json die = event.value("die", json());
  if (die.is_null())
    return Death::kNone;
  return die == "before" ? Death::kBeforeMove : Death::kAfterMove;
}

json RunPush(PushedWorld& world, const json& event) {
  const PushStory story = ReadStory(world, event);
  const std::vector<Answer> answers = event.at("op") == "push"
                                          ? world.Push(story, ReadDeath(event))
                                          : world.Begin(story);
  json out{{"yes", true}, {"answers", json::array()}, {"refs", json::object()}};
  for (const Answer& answer : answers) {
    out["answers"].push_back(answer.accepted);
    if (!answer.accepted)
      out["yes"] = false;
  }
  for (const Command& command : story.commands)
    out["refs"][command.ref] = NameOrNull(world.ValueOf(command.ref));
  return out;
}

json RunMove(PushedWorld& world, const json& event) {
  json out = json::array();
  for (const auto& [ref, moved] :
       world.Move(event.at("id"), event.value("ref", "")))
    out.push_back({ref, moved});
  return {{"moved", out}};
}

void RunCommit(PushedWorld& world, const json& event) {
  std::vector<std::string> parents;
  for (const json& parent : event.value("parents", json::array()))
    parents.push_back(parent);
  world.server.graph.Add(event.at("id"), parents, event.value("tree", ""),
                         event.value("ok", true));
}

void RunOther(PushedWorld& world, const json& event) {
  const std::string op = event.at("op");
  if (op == "commit")
    RunCommit(world, event);
  else if (op == "policy")
    world.SetPolicy(ReadPolicyEvent(event));
  else if (op == "ref")
    world.SetByHand(event.at("ref"), Name(event.at("new")));
  else if (op == "baseline")
    world.WriteBaselineOfAll();
  else if (op == "confirm")
    world.ConfirmPush(event.at("id"));
  else if (op == "gone")
    world.End(event.at("id"));
  else if (op == "grant")
    world.Grant(
        {event.at("ref"), OldValue(world, event.at("ref"), event.at("old")),
         Name(event.at("new"))},
        event.at("to"), ReadSeconds(event.value("for", json(3600))));
  else if (op == "clock")
    world.server.wall_offset = ReadSeconds(event.at("wall"));
  else if (op == "reboot")
    world.Reboot();
  else if (op == "reset-clock")
    world.ResetClock();
  else if (op == "reconcile")
    world.SettleAll();
  else
    throw std::invalid_argument("unknown event " + op);
}

Micros ReadWithin(const json& within) {
  if (within == "refuse")
    return 0;
  return within == "allow" ? kForever : ReadSeconds(within);
}

}  // namespace

Micros ReadSeconds(const json& seconds) {
  return std::llround(seconds.get<double>() * kSecond);
}

RefPolicy ReadPolicyEvent(const json& event) {
  RefPolicy policy;
  policy.match = RefPattern(event.at("match").get<std::string>());
  policy.within = ReadWithin(event.value("within", json(600)));
  if (event.value("scope", "any") == "message-only")
    policy.scope = RefPolicy::Scope::kMessageOnly;
  if (event.value("merges", "refuse") == "allow")
    policy.merges = RefPolicy::Merges::kAllow;
  const std::string deletion = event.value("delete", "refuse");
  if (deletion != "refuse")
    policy.deletion = deletion == "allow" ? RefPolicy::Delete::kAllow
                                          : RefPolicy::Delete::kWindow;
  const json pushers = event.value("pushers", json());
  if (!pushers.is_null())
    policy.pushers = pushers.get<std::vector<std::string>>();
  if (event.value("free", false))
    policy.rules = kNoRules;
  return policy;
}

json RunEvent(PushedWorld& world, const json& event) {
  if (event.contains("t"))
    world.server.true_time = ReadSeconds(event.at("t"));
  const std::string op = event.at("op");
  if (op == "push" || op == "begin")
    return RunPush(world, event);
  if (op == "move")
    return RunMove(world, event);
  RunOther(world, event);
  return nullptr;
}

}  // namespace commitgate::testing
