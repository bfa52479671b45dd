// SPDX-License-Identifier: MIT
#include "tests/bench/functions/linear_server.h"

#include <algorithm>
#include <cstring>

namespace commitgate::bench {
namespace {

int64_t PlaceOf(const ObjectId& commit) {
  int64_t place = 0;
  std::memcpy(&place, commit.bytes.data(), sizeof place);
  return place;
}

}  // namespace

ObjectId LinearServer::CommitAt(int64_t place) {
  ObjectId id;
  std::memcpy(id.bytes.data(), &place, sizeof place);
  // An id of zeros would be no commit.
  id.bytes.back() = 1;
  return id;
}

const std::string& LinearServer::main() {
  static const std::string kMain = "refs/heads/main";
  return kMain;
}

std::optional<ObjectId> LinearServer::ReadRef(const std::string& name) const {
  if (name != main())
    return std::nullopt;
  return CommitAt(tip);
}

std::vector<Ref> LinearServer::ReadRefs() const {
  return {{main(), CommitAt(tip)}};
}

std::optional<ObjectId> LinearServer::PeelToCommit(const ObjectId& id) const {
  return id;
}

std::vector<ObjectId> LinearServer::Difference(
    const std::optional<ObjectId>& from,
    const std::vector<ObjectId>& hidden) const {
  if (!from)
    return {};
  int64_t begin = 0;
  for (const ObjectId& id : hidden)
    begin = std::max(begin, PlaceOf(id) + 1);
  std::vector<ObjectId> commits;
  for (int64_t place = begin; place <= PlaceOf(*from); ++place)
    commits.push_back(CommitAt(place));
  return commits;
}

bool LinearServer::HaveSameTree(const ObjectId&, const ObjectId&) const {
  return false;
}

}  // namespace commitgate::bench
