// SPDX-License-Identifier: MIT
#include "hooks/window/window.h"

#include <algorithm>

#include "hooks/window/reach.h"

namespace commitgate {
namespace {

using Why = WindowRefusal::Why;
using Refusal = std::optional<WindowRefusal>;

bool StandsThere(const RefView& view, const std::optional<ObjectId>& before) {
  if (!view.tip)
    return false;
  if (view.tip->value)
    return view.tip->value == before;
  return view.tip->last == before;
}

std::vector<GoneCommit> FindGone(const RewriteRequest& request,
                                 const RefView& view, const Recall& recall,
                                 const CommitHistory& commits) {
  std::vector<GoneCommit> gone;
  for (const ObjectId& commit :
       Missing(commits, request.before, request.after)) {
    // Of what stood there last there are memories only.
    Mark mark = view.value() ? view.MarkOf(commit, recall)
                             : recall(commit, INT64_MAX).value_or(ClosedMark());
    gone.push_back({commit, std::move(mark)});
  }
  return gone;
}

/// The last event that was not `pusher`'s.
std::optional<RefEvent> LastOfOthers(const RefView& view,
                                     const Pusher& pusher) {
  std::optional<RefEvent> last;
  for (const RefEvent& event : view.events)
    if (event.pusher != pusher)
      last = event;
  return last;
}

Refusal JudgeCommit(const GoneCommit& gone, const RewriteRequest& request,
                    const std::optional<RefEvent>& last_of_others) {
  const Mark& mark = gone.mark;
  WindowRefusal refusal{Why::kFinal, gone.commit};
  if (!mark.pusher)
    return refusal;
  refusal.who = mark.pusher;
  refusal.age = Age(mark, request.now);
  refusal.within = std::min(request.within, mark.within);
  if (mark.pusher != request.pusher) {
    refusal.why = Why::kSomebodyElses;
    return refusal;
  }
  if (refusal.age > refusal.within) {
    refusal.why = Why::kTooLate;
    return refusal;
  }
  if (last_of_others && last_of_others->order > mark.order) {
    refusal.why = Why::kSomebodySince;
    refusal.who = last_of_others->pusher;
    return refusal;
  }
  return std::nullopt;
}

bool IsWithinScope(const RewriteRequest& request,
                   const CommitHistory& commits) {
  if (request.scope == RefPolicy::Scope::kAny)
    return true;
  return request.before && request.after &&
         commits.HaveSameTree(*request.before, *request.after);
}

bool IsOpen(const Mark& mark, const RefView& view) {
  if (!mark.pusher)
    return false;
  const std::optional<RefEvent> last = LastOfOthers(view, *mark.pusher);
  return !last || last->order <= mark.order;
}

}  // namespace

Refusal JudgeRewrite(const RewriteRequest& request, const RefView& view,
                     const Recall& recall, const CommitHistory& commits,
                     const Elsewhere& elsewhere) {
  if (request.within <= 0)
    return WindowRefusal{Why::kNotHere};
  if (!StandsThere(view, request.before))
    return WindowRefusal{Why::kUnknownTip};
  if (request.clock_went_back)
    return WindowRefusal{Why::kClockWentBack};
  const std::vector<GoneCommit> gone = FindGone(request, view, recall, commits);
  const std::optional<RefEvent> last = LastOfOthers(view, request.pusher);
  for (const GoneCommit& commit : gone)
    if (Refusal refusal = JudgeCommit(commit, request, last))
      return refusal;
  if (!IsWithinScope(request, commits))
    return WindowRefusal{Why::kNotMessageOnly};
  if (std::optional<std::string> ref = elsewhere(gone))
    return WindowRefusal{.why = Why::kElsewhere, .ref = *std::move(ref)};
  return std::nullopt;
}

Micros Age(const Mark& mark, const Clock& now) {
  if (mark.boot != now.boot || mark.clock == -kForever)
    return kForever;
  return std::max(now.wall - mark.clock, now.uptime - mark.uptime);
}

std::vector<OpenCommit> OpenCommits(const RefView& view, Micros within,
                                    const Clock& now) {
  struct Entry {
    OpenCommit open;
    int64_t order;
  };
  std::vector<Entry> entries;
  for (const auto& [commit, mark] : view.marks) {
    const Micros limit = std::min(within, mark.within);
    const Micros age = Age(mark, now);
    if (age <= limit && IsOpen(mark, view))
      entries.push_back({{commit, *mark.pusher, limit - age}, mark.order});
  }
  std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
    return std::pair(a.order, a.open.commit) <
           std::pair(b.order, b.open.commit);
  });
  std::vector<OpenCommit> open;
  for (Entry& entry : entries)
    open.push_back(std::move(entry.open));
  return open;
}

}  // namespace commitgate
