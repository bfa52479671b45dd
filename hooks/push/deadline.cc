// SPDX-License-Identifier: MIT
#include "hooks/push/deadline.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "validator/engine/duration.h"

namespace commitgate {

bool Deadline::HasPassed() {
  constexpr size_t kFew = 16;
  if (!passed_ && input_->is_late && asked_++ % kFew == 0)
    passed_ = input_->is_late();
  return passed_;
}

void Deadline::Refuse(Candidate& candidate) const {
  const auto& limit = input_->policy.push.limits.deadline;
  std::string what = fmt::format("judging the push takes longer than {}",
                                 limit ? DescribeDuration(*limit) : "it may");
  if (std::ranges::count(candidate.refusals, what, &Remark::what) == 0)
    candidate.refusals.push_back(
        {std::move(what), {"push fewer commits at once"}});
}

}  // namespace commitgate
