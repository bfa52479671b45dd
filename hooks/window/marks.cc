// SPDX-License-Identifier: MIT
#include "hooks/window/marks.h"

#include <algorithm>

namespace commitgate {

Mark Eldest(const std::vector<Mark>& marks) {
  Mark eldest = *std::ranges::min_element(marks, {}, &Mark::source);
  for (const Mark& mark : marks) {
    eldest.clock = std::min(eldest.clock, mark.clock);
    eldest.within = std::min(eldest.within, mark.within);
  }
  return eldest;
}

Mark OwnMark(const LandedRow& landed) {
  const Row& row = landed.row;
  if (!row.pusher)
    return ClosedMark();
  return {
      .pusher = row.pusher,
      .source = row.seq,
      .clock = row.clock,
      .uptime = row.uptime,
      .boot = row.boot,
      .within = row.within,
      .order = landed.order,
      .push = row.push,
  };
}

Mark AgedBy(const Mark& mark, const std::vector<Mark>& sources) {
  std::vector<Mark> all = sources;
  all.push_back(mark);
  Mark aged = Eldest(all);
  aged.pusher = mark.pusher;
  aged.order = mark.order;
  aged.push = mark.push;
  return aged;
}

Mark Returned(const Mark& mark, const std::optional<Mark>& remembered) {
  if (!remembered)
    return mark;
  if (!mark.pusher || remembered->pusher != mark.pusher)
    return ClosedMark();
  Mark returned = AgedBy(mark, {*remembered});
  returned.order = std::min(mark.order, remembered->order);
  returned.push = remembered->push;
  return returned;
}

Mark Kept(const Mark& mark, const Mark& eldest_gone) {
  if (mark.source <= eldest_gone.source)
    return mark;
  Mark kept = mark;
  kept.source = eldest_gone.source;
  kept.clock = std::min(mark.clock, eldest_gone.clock);
  kept.uptime = eldest_gone.uptime;
  kept.boot = eldest_gone.boot;
  return kept;
}

}  // namespace commitgate
