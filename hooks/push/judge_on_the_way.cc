// SPDX-License-Identifier: MIT
#include "hooks/push/judge_on_the_way.h"

#include <utility>

#include "validator/error.h"

namespace commitgate {

JudgeOnTheWay::JudgeOnTheWay(CommitJudge& judge, size_t most,
                             std::function<bool()> is_late,
                             std::function<HeldTo()> what_holds)
    : judge_(judge),
      room_(most),
      is_late_(std::move(is_late)),
      what_holds_(std::move(what_holds)) {}

void JudgeOnTheWay::Add(const ObjectId& id, Bytes object) {
  if (room_ == 0)
    return;
  --room_;
  if (!held_to_)
    Begin();
  if (ahead_ && !judge_.Knows(id, *held_to_))
    ahead_->Add(id, std::move(object));
}

void JudgeOnTheWay::Begin() {
  try {
    held_to_ = what_holds_();
    ahead_.emplace(judge_, *held_to_, is_late_);
  } catch (const Error&) {
    room_ = 0;
  }
}

void JudgeOnTheWay::Finish() {
  if (!ahead_)
    return;
  JudgeAhead::Outcome outcome = ahead_->Finish();
  for (JudgeAhead::Result& result : outcome.results)
    judge_.Learn(result.id, *held_to_, std::move(result.judged));
  for (JudgeAhead::Object& object : outcome.left)
    judge_.Keep(object.id, std::move(object.bytes));
}

}  // namespace commitgate
