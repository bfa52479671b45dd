// SPDX-License-Identifier: MIT
#include "hooks/window/replay.h"

#include <algorithm>
#include <utility>

#include "hooks/window/reach.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// What a row does to the commits of a ref.
struct Movement {
  std::vector<ObjectId> gone;
  std::vector<ObjectId> added;
};

/// After these the ref is what it is, whatever the ledger took it for.
bool MovesAlways(const Row& row) {
  return row.how == RowHow::kOutside || row.how == RowHow::kBaseline;
}

/// What these land is nobody's to take back.
bool Closes(const Row& row) {
  return MovesAlways(row) || row.how == RowHow::kGrant;
}

bool TakesAway(const Row& row) {
  return row.kind == RowKind::kRewrite || row.kind == RowKind::kDelete;
}

class Player {
 public:
  Player(const CommitHistory& commits, const Recall& recall, Micros longest,
         std::optional<LedgerTip> before)
      : commits_(commits), recall_(recall), longest_(longest) {
    view_.tip = std::move(before);
  }

  void Play(const LandedRow& landed) {
    const Row& row = landed.row;
    if (row.kind == RowKind::kClock)
      return CloseAll(landed);
    if (row.before == row.after && !MovesAlways(row))
      return;
    if (!landed.moved)
      return PlayTwin(landed);
    PlayMovement(landed);
    MoveTip(row);
  }

  RefView TakeView() { return std::move(view_); }

 private:
  void PlayMovement(const LandedRow& landed) {
    const Row& row = landed.row;
    try {
      if (Closes(row))
        return PlayClosing(landed);
      if (!view_.value())
        return PlayCreation(landed);
      PlayChange(landed, Compare(row.after));
    } catch (const UnreadableCommits&) {
      PlayUnreadable(landed);
    }
  }

  /// A commit of the past may have been pruned since.  The ledger's own errors
  /// are of another kind and go on.
  struct UnreadableCommits {};

  std::vector<ObjectId> FindMissing(
      const std::optional<ObjectId>& tip,
      const std::optional<ObjectId>& hidden) const {
    try {
      return Missing(commits_, tip, hidden);
    } catch (const Error&) {
      throw UnreadableCommits();
    }
  }

  Movement Compare(const std::optional<ObjectId>& after) const {
    return {FindMissing(view_.value(), after),
            FindMissing(after, view_.value())};
  }

  void AddEvent(int64_t order, const std::optional<Pusher>& pusher) {
    view_.events.push_back({order, pusher});
  }

  void CloseAll(const LandedRow& landed) {
    view_.marks.clear();
    view_.creation.reset();
    AddEvent(landed.order, std::nullopt);
  }

  /// The same movement told a second time, by another push that tried it too,
  /// or one that nobody saw: which of the two it was is not known.
  void PlayTwin(const LandedRow& landed) {
    const Row& row = landed.row;
    AddEvent(landed.order, row.pusher);
    if (!row.after || row.after != view_.value())
      return;
    if (!row.before && view_.creation)
      Shorten(view_.creation->mark, row);
    try {
      for (const ObjectId& commit : ToShorten(row))
        Shorten(view_.marks[commit], row);
    } catch (const UnreadableCommits&) {
      view_.marks.clear();
      view_.creation.reset();
    }
  }

  static void Shorten(Mark& mark, const Row& row) {
    mark.clock = std::min(mark.clock, row.clock);
    mark.within = std::min(mark.within, row.within);
  }

  std::vector<ObjectId> ToShorten(const Row& row) {
    std::vector<ObjectId> commits;
    if (!row.before) {
      for (const auto& [commit, mark] : view_.marks)
        commits.push_back(commit);
      return commits;
    }
    commits = FindMissing(row.after, row.before);
    for (const ObjectId& commit : commits)
      view_.marks.try_emplace(commit, view_.MarkOf(commit, recall_));
    return commits;
  }

  void PlayClosing(const LandedRow& landed) {
    // Places matter to holes only, and finding them reads history.
    if (!view_.holes.empty())
      Resize(Compare(landed.row.after));
    CloseAll(landed);
  }

  void PlayCreation(const LandedRow& landed) {
    const std::vector<Mark> replaced = MarksOfReplaced(landed);
    if (view_.holes.empty())
      return MarkCreation(landed, replaced);
    const Movement movement = Compare(landed.row.after);
    AddEvent(landed.order, landed.row.pusher);
    MarkAdded(landed, movement, replaced);
    Resize(movement);
  }

  /// A creation in the place of something that the window would not have let
  /// go, as marks.
  std::vector<Mark> MarksOfReplaced(const LandedRow& landed) const {
    const std::optional<ObjectId> last = view_.last_to_compare();
    if (!last)
      return {};
    std::vector<Mark> marks;
    for (const ObjectId& commit : FindMissing(last, landed.row.after))
      marks.push_back(recall_(commit, landed.order).value_or(ClosedMark()));
    return marks;
  }

  void MarkCreation(const LandedRow& landed,
                    const std::vector<Mark>& replaced) {
    AddEvent(landed.order, landed.row.pusher);
    view_.marks.clear();
    view_.creation = CreationMark{AgedBy(OwnMark(landed), replaced), {}};
    view_.size = 0;
  }

  void PlayChange(const LandedRow& landed, const Movement& movement) {
    const Row& row = landed.row;
    AddEvent(landed.order, row.pusher);
    const std::vector<Mark> gone = TakeAway(movement.gone);
    std::vector<Mark> older;
    if (!gone.empty() && TakesAway(row)) {
      older = {Eldest(gone)};
      AgeKept(older.front());
    }
    if (!row.after)
      view_.creation.reset();
    MarkAdded(landed, movement, older);
    const int64_t size_before = view_.size;
    Resize(movement);
    if (!older.empty() && view_.size < size_before)
      view_.holes.push_back(
          MakeHole(row, size_before, older.front(), longest_));
  }

  /// The marks of what goes, which it loses.
  std::vector<Mark> TakeAway(const std::vector<ObjectId>& gone) {
    std::vector<Mark> marks;
    marks.reserve(gone.size());
    for (const ObjectId& commit : gone)
      marks.push_back(view_.MarkOf(commit, recall_));
    for (const ObjectId& commit : gone)
      view_.marks.erase(commit);
    return marks;
  }

  void AgeKept(const Mark& eldest_gone) {
    for (auto& [commit, mark] : view_.marks)
      mark = Kept(mark, eldest_gone);
    if (view_.creation)
      view_.creation->eldest_gone.push_back(eldest_gone);
  }

  void MarkAdded(const LandedRow& landed, const Movement& movement,
                 const std::vector<Mark>& older) {
    int64_t place = view_.size - std::ssize(movement.gone);
    for (const ObjectId& commit : movement.added) {
      std::vector<Mark> sources =
          MarksOfHoles(view_.holes, landed.row, ++place);
      sources.insert(sources.end(), older.begin(), older.end());
      view_.marks.insert_or_assign(commit,
                                   Returned(AgedBy(OwnMark(landed), sources),
                                            recall_(commit, landed.order)));
    }
  }

  void Resize(const Movement& movement) {
    view_.size += std::ssize(movement.added) - std::ssize(movement.gone);
  }

  /// Nothing is known of what went and came, nor of places from here on.
  void PlayUnreadable(const LandedRow& landed) {
    CloseAll(landed);
    if (TakesAway(landed.row))
      view_.holes.push_back(
          MakeHole(landed.row, INT64_MAX, ClosedMark(), longest_));
    for (Hole& hole : view_.holes)
      hole.top = INT64_MAX;
  }

  void MoveTip(const Row& row) {
    const std::optional<ObjectId> last =
        view_.tip ? view_.tip->last : std::nullopt;
    view_.tip = LedgerTip{row.after, row.after ? row.after : last, row.how};
  }

  const CommitHistory& commits_;
  const Recall& recall_;
  const Micros longest_;
  RefView view_;
};

}  // namespace

RefView Replay(const LandedHistory& history, const CommitHistory& commits,
               const Recall& recall, Micros longest) {
  Player player(commits, recall, longest, history.before);
  for (const LandedRow& landed : history.rows)
    player.Play(landed);
  return player.TakeView();
}

}  // namespace commitgate
