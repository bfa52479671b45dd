// SPDX-License-Identifier: MIT
#include "tests/hooks/push/fake_server.h"

#include "validator/error.h"

namespace commitgate::testing {
namespace {

/// The machine was on for a while before the first test began.
constexpr Micros kUptimeAtStart = 1000 * kSecond;
constexpr Micros kWallAtStart = 1'700'000'000 * kSecond;

}  // namespace

Clock FakeServer::Now() const {
  return {.wall = kWallAtStart + true_time + wall_offset,
          .uptime = kUptimeAtStart + true_time,
          .boot = "boot-" + std::to_string(boot)};
}

std::optional<ObjectId> FakeServer::ReadRef(const std::string& name) const {
  const auto found = refs.find(name);
  return found == refs.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Ref> FakeServer::ReadRefs() const {
  std::vector<Ref> all;
  for (const auto& [name, target] : refs)
    all.push_back({name, target});
  return all;
}

std::optional<ObjectId> FakeServer::PeelToCommit(const ObjectId& id) const {
  const auto tag = tags_.find(id);
  if (tag != tags_.end())
    return tag->second;
  if (unreadable[graph.NumberOf(id)])
    throw Error("reading '" + graph.NameOf(id) + "': it is not there");
  return id;
}

bool FakeServer::IsAlive(const std::string& push) const {
  return alive.contains(push);
}

std::vector<ObjectId> FakeServer::Difference(
    const std::optional<ObjectId>& tip,
    const std::vector<ObjectId>& hidden) const {
  ++walks;
  if (!tip)
    return {};
  CommitSet known;
  for (const ObjectId& id : hidden)
    known |= ReachOf(id);
  const CommitSet all = ReachOf(*tip);
  CommitSet left = all & ~known;
  if (tells_too_much && left.any())
    left |= FirstKnown(all & known, hidden);
  if ((left & unreadable).any())
    throw Error("walking: a commit is not there");
  std::vector<ObjectId> ids;
  for (const size_t number : graph.Members(left))
    ids.push_back(CommitGraph::IdOf(number));
  return ids;
}

/// What a walk from the tip meets before anything that is known, but for the
/// hidden commits themselves.
CommitSet FakeServer::FirstKnown(const CommitSet& known,
                                 const std::vector<ObjectId>& hidden) const {
  const std::vector<size_t> members = graph.Members(known);
  CommitSet first = known;
  for (const size_t number : members) {
    CommitSet behind = graph.Reach(number);
    behind.reset(number);
    first &= ~behind;
  }
  for (const ObjectId& id : hidden)
    first.reset(graph.NumberOf(id));
  return first;
}

bool FakeServer::HaveSameTree(const ObjectId& a, const ObjectId& b) const {
  return graph.TreeOf(graph.NumberOf(a)) == graph.TreeOf(graph.NumberOf(b));
}

ObjectId FakeServer::AddTagObject(const std::optional<std::string>& commit) {
  ObjectId id;
  id.bytes.fill(0x7a);
  id.bytes[0] = static_cast<unsigned char>(tags_.size());
  tags_[id] = graph.IdOfAny(commit);
  return id;
}

CommitSet FakeServer::ReachOf(const ObjectId& id) const {
  const size_t number = graph.NumberOf(id);
  if (unreadable[number])
    throw Error("walking: '" + graph.NameOf(id) + "' is not there");
  return graph.Reach(number);
}

}  // namespace commitgate::testing
