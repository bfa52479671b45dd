// SPDX-License-Identifier: MIT
#include "hooks/window/view.h"

namespace commitgate {

Mark CreationMark::Of(const ObjectId& commit, const Recall& recall) const {
  Mark found = Returned(mark, recall(commit, mark.order));
  for (const Mark& eldest : eldest_gone)
    found = Kept(found, eldest);
  return found;
}

Mark RefView::MarkOf(const ObjectId& commit, const Recall& recall) const {
  const auto found = marks.find(commit);
  if (found != marks.end())
    return found->second;
  return creation ? creation->Of(commit, recall) : ClosedMark();
}

std::optional<ObjectId> RefView::value() const {
  return tip ? tip->value : std::nullopt;
}

std::optional<ObjectId> RefView::last_to_compare() const {
  return LastToCompare(tip);
}

std::optional<ObjectId> LastToCompare(const std::optional<LedgerTip>& tip) {
  if (!tip || tip->value)
    return std::nullopt;
  if (tip->how != RowHow::kAllow && tip->how != RowHow::kOutside)
    return std::nullopt;
  return tip->last;
}

}  // namespace commitgate
