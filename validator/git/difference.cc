// SPDX-License-Identifier: MIT
#include "validator/git/difference.h"

#include <algorithm>
#include <cstdint>
#include <queue>
#include <utility>

#include "validator/error.h"
#include "validator/git/commit_queue.h"
#include "validator/git/painted_commits.h"

namespace commitgate {
namespace {

/// How far the walk goes on, at least, when only older hidden commits are left.
constexpr size_t kLeastPatience = 1024;

/// How many times as far as the hidden side the tip's may be, where somebody
/// looks on.
constexpr size_t kLead = 16;

/// How many commits are visited between two questions whether to give up.
constexpr size_t kVisitsAQuestion = 64;

constexpr uint32_t kNone = UINT32_MAX;

/// Which commits have which children, by number.
class Descent {
 public:
  explicit Descent(size_t commits)
      : parents_left_(commits), first_child_(commits, kNone) {}

  void Add(uint32_t parent, uint32_t child) {
    ++parents_left_[child];
    children_.push_back({child, first_child_[parent]});
    first_child_[parent] = static_cast<uint32_t>(children_.size() - 1);
  }

  uint32_t parents_left(uint32_t number) const { return parents_left_[number]; }

  /// Tells those of its children that have no other parent left.
  void Leave(uint32_t parent, const std::function<void(uint32_t)>& tell) {
    for (uint32_t i = first_child_[parent]; i != kNone; i = children_[i].next)
      if (--parents_left_[children_[i].child] == 0)
        tell(children_[i].child);
  }

 private:
  struct Child {
    uint32_t child;
    /// The place of the same parent's next one.
    uint32_t next;
  };

  std::vector<uint32_t> parents_left_;
  std::vector<uint32_t> first_child_;
  std::vector<Child> children_;
};

/// Walks from a tip and from hidden commits by turns, so that forged dates on
/// one side do not send it through all history of the other.  Where somebody
/// looks on, who expects much to be found, the tip has the longer turns as long
/// as all that is left hidden is older: mostly the hidden side need not go
/// anywhere then.
class DifferenceWalk {
 public:
  DifferenceWalk(const Repository& repository, DifferenceWatcher watcher)
      : tip_side_{CommitQueue(repository)},
        hidden_side_{CommitQueue(repository)},
        watcher_(std::move(watcher)) {}

  void AddTip(const ObjectId& id) {
    commits_.Paint(Meet(id, INT64_MAX, tip_side_), kFromTip);
  }

  void AddHidden(const ObjectId& id) {
    hidden_.push_back(Meet(id, INT64_MAX, hidden_side_));
    commits_.Paint(hidden_.back(), kFromHidden);
  }

  /// False where it was given up.
  bool Run() { return WalkOneSided() && WalkBehindBoth(); }

  /// What is reachable from the tip only, parents before children.
  std::vector<ObjectId> SortFound();

  std::vector<ObjectId> Ends();

  /// Whether the `place`th hidden one was seen to be reachable from the tip.
  bool IsReached(size_t place) const {
    return (commits_.colors(hidden_[place]) & kFromTip) != 0;
  }

 private:
  struct Side {
    CommitQueue queue;
    size_t visits = 0;
  };

  struct Commit {
    ObjectId id;
    int64_t date = 0;
  };

  bool WalkOneSided();
  bool WalkBehindBoth();
  bool IsGivenUp() const;
  void HideMore(const ObjectId& last);
  void VisitNext();
  Side& NextSide();
  bool IsNewerThanHidden(int64_t date) const;
  uint32_t Meet(const ObjectId& id, int64_t date, Side& side);
  const std::vector<uint32_t>& Found();
  bool IsFound(uint32_t number) const {
    return commits_.colors(number) == kFromTip;
  }
  bool IsEnd(uint32_t number) const;
  bool IsSettled();
  int64_t OldestFound();
  int64_t NewestLeft() const;

  Side tip_side_;
  Side hidden_side_;
  DifferenceWatcher watcher_;
  PaintedCommits commits_;
  std::vector<uint32_t> hidden_;
  /// By number; of those that were visited.
  std::vector<Commit> visited_;
  /// In the order of the walk, with some that were painted later.
  std::vector<uint32_t> found_;
};

/// Behind what this leaves there are hidden commits only; and if the tip is
/// hidden it has turned out to be: all that is on the way to it from a hidden
/// commit cannot be reached from the tip.
bool DifferenceWalk::WalkOneSided() {
  const auto is_open = [this] {
    return commits_.waiting(kFromTip) > 0 ||
           (commits_.visited(kFromTip) > 0 &&
            commits_.waiting(kFromHidden) > 0);
  };
  while (is_open()) {
    VisitNext();
    if (IsGivenUp())
      return false;
  }
  return true;
}

void DifferenceWalk::HideMore(const ObjectId& last) {
  if (!watcher_.more_hidden)
    return;
  const auto more = watcher_.more_hidden(last, commits_.visited(kFromTip));
  if (!more)
    return;
  watcher_.more_hidden = {};
  for (const ObjectId& id : *more)
    AddHidden(id);
}

/// What is left may still lead to what was found, but only where histories were
/// merged.
bool DifferenceWalk::WalkBehindBoth() {
  size_t patience = std::max(kLeastPatience, commits_.size());
  size_t found = SIZE_MAX;
  int64_t oldest = 0;
  while (commits_.waiting(kFromBoth) > 0 && patience > 0) {
    if (found != commits_.visited(kFromTip)) {
      if (IsSettled())
        return true;
      found = Found().size();
      oldest = OldestFound();
    }
    if (NewestLeft() < oldest)
      --patience;
    VisitNext();
    if (IsGivenUp())
      return false;
  }
  return true;
}

bool DifferenceWalk::IsGivenUp() const {
  const size_t visits = tip_side_.visits + hidden_side_.visits;
  return watcher_.gives_up && visits % kVisitsAQuestion == 0 &&
         watcher_.gives_up();
}

void DifferenceWalk::VisitNext() {
  Side& side = NextSide();
  ++side.visits;
  CommitQueue::Entry entry = side.queue.Pop();
  if (!entry.step.error.empty())
    throw Error(entry.step.error);
  std::vector<uint32_t> parents;
  for (const ObjectId& parent : entry.parents)
    parents.push_back(Meet(parent, entry.date, side));
  visited_.resize(commits_.size());
  visited_[entry.number] = {entry.step.id, entry.date};
  if (IsFound(entry.number)) {
    found_.push_back(entry.number);
    if (watcher_.on_the_way && IsNewerThanHidden(entry.date))
      watcher_.on_the_way(entry.step.id, std::move(entry.step.object));
  }
  commits_.Visit(entry.number, std::move(parents));
  if (IsFound(entry.number))
    HideMore(visited_[entry.number].id);
}

DifferenceWalk::Side& DifferenceWalk::NextSide() {
  if (tip_side_.queue.empty())
    return hidden_side_;
  if (hidden_side_.queue.empty())
    return tip_side_;
  const bool tip_is_newer =
      tip_side_.queue.NewestDate() > hidden_side_.queue.NewestDate();
  if (!tip_is_newer)
    return tip_side_.visits < hidden_side_.visits ? tip_side_ : hidden_side_;
  const size_t lead =
      watcher_.on_the_way ? kLead * (hidden_side_.visits + 1) : 0;
  return tip_side_.visits <= hidden_side_.visits + lead ? tip_side_
                                                        : hidden_side_;
}

bool DifferenceWalk::IsNewerThanHidden(int64_t date) const {
  return hidden_side_.queue.empty() || date >= hidden_side_.queue.NewestDate();
}

uint32_t DifferenceWalk::Meet(const ObjectId& id, int64_t date, Side& side) {
  const auto [number, is_new] = commits_.Insert(id);
  if (is_new)
    side.queue.Add(id, number, date);
  return number;
}

const std::vector<uint32_t>& DifferenceWalk::Found() {
  if (found_.size() != commits_.visited(kFromTip))
    std::erase_if(found_, [this](uint32_t number) { return !IsFound(number); });
  return found_;
}

/// Whether history goes on, or ends, behind what was found.
bool DifferenceWalk::IsEnd(uint32_t number) const {
  const auto& parents = commits_.parents(number);
  return parents.empty() || !std::ranges::all_of(parents, [this](uint32_t p) {
           return IsFound(p);
         });
}

/// Whether no more of what was found can be hidden.  Where it has one end, all
/// of it leads there; so what is behind the end cannot lead back to it.
bool DifferenceWalk::IsSettled() {
  const auto is_end = [this](uint32_t number) { return IsEnd(number); };
  return std::ranges::count_if(Found(), is_end) <= 1;
}

std::vector<ObjectId> DifferenceWalk::Ends() {
  std::vector<ObjectId> ends;
  for (const uint32_t number : Found())
    if (IsEnd(number))
      ends.push_back(visited_[number].id);
  return ends;
}

int64_t DifferenceWalk::OldestFound() {
  int64_t oldest = INT64_MAX;
  for (const uint32_t number : Found())
    oldest = std::min(oldest, visited_[number].date);
  return oldest;
}

int64_t DifferenceWalk::NewestLeft() const {
  int64_t newest = INT64_MIN;
  for (const Side* side : {&tip_side_, &hidden_side_})
    if (!side->queue.empty())
      newest = std::max(newest, side->queue.NewestDate());
  return newest;
}

std::vector<ObjectId> DifferenceWalk::SortFound() {
  Descent descent(commits_.size());
  std::priority_queue<uint32_t> ready;
  for (const uint32_t number : Found()) {
    for (const uint32_t parent : commits_.parents(number))
      if (IsFound(parent))
        descent.Add(parent, number);
    if (descent.parents_left(number) == 0)
      ready.push(number);
  }
  std::vector<ObjectId> sorted;
  sorted.reserve(found_.size());
  while (!ready.empty()) {
    const uint32_t number = ready.top();
    ready.pop();
    sorted.push_back(visited_[number].id);
    descent.Leave(number, [&ready](uint32_t child) { ready.push(child); });
  }
  return sorted;
}

}  // namespace

std::vector<ObjectId> Difference(const Repository& repository,
                                 const ObjectId& tip,
                                 const std::vector<ObjectId>& hidden) {
  return WatchDifference(repository, tip, hidden, {}).value().commits;
}

std::optional<WatchedDifference> WatchDifference(
    const Repository& repository, const ObjectId& tip,
    const std::vector<ObjectId>& hidden, DifferenceWatcher watcher) {
  DifferenceWalk walk(repository, std::move(watcher));
  walk.AddTip(tip);
  for (const ObjectId& id : hidden)
    walk.AddHidden(id);
  if (!walk.Run())
    return std::nullopt;
  WatchedDifference difference{
      .commits = walk.SortFound(), .ends = walk.Ends(), .reached = {}};
  for (size_t i = 0; i < hidden.size(); ++i)
    if (walk.IsReached(i))
      difference.reached.push_back(hidden[i]);
  return difference;
}

bool Reaches(const Repository& repository, const ObjectId& descendant,
             const ObjectId& ancestor) {
  return Difference(repository, ancestor, {descendant}).empty();
}

}  // namespace commitgate
