// SPDX-License-Identifier: MIT
#include "hooks/push/deadline.h"

#include <fmt/core.h>

#include "validator/engine/duration.h"

namespace commitgate {

bool Deadline::HasPassed() {
  constexpr size_t kFew = 16;
  if (!passed_ && input_->is_late && asked_++ % kFew == 0)
    passed_ = input_->is_late();
  return passed_;
}

Remark Deadline::Refusal() const {
  const auto& limit = input_->policy.push.limits.deadline;
  return {fmt::format("judging the push takes longer than {}",
                      limit ? DescribeDuration(*limit) : "it may"),
          {"push fewer commits at once"}};
}

}  // namespace commitgate
