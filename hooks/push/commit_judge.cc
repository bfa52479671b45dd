// SPDX-License-Identifier: MIT
#include "hooks/push/commit_judge.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "validator/engine/judge.h"
#include "validator/message/parent_lines.h"
#include "validator/report/format.h"

namespace commitgate {
namespace {

/// Less than 80 columns by git's `remote: ` and what remarks are indented by.
constexpr size_t kWidth = 70;

size_t MessageSize(std::string_view object) {
  const size_t headers = object.find("\n\n");
  return headers == object.npos ? 0 : object.size() - headers - 2;
}

Commit WithoutMessage(const ObjectId& id, std::string_view object) {
  Commit commit = MakeCommit(id.Hex(), "");
  commit.parents = static_cast<int>(ReadParentLines(object).count);
  return commit;
}

/// The report's first line tells the commit, the others a finding.
Remark ToRemark(std::string_view report) {
  Remark remark{std::string(TakeLine(report))};
  while (!report.empty())
    if (const std::string_view line = TakeLine(report); !line.empty())
      remark.more.emplace_back(line);
  return remark;
}

/// A verdict of one part each: why there is none, and each finding.
std::vector<Verdict> Parts(const Verdict& verdict, size_t most) {
  std::vector<Verdict> parts;
  if (verdict.kind == Verdict::Kind::kError)
    parts.push_back(CouldNotJudge(verdict.error));
  for (const Finding& finding : verdict.findings) {
    if (parts.size() >= most)
      break;
    parts.emplace_back().kind = Verdict::Kind::kFail;
    parts.back().findings.push_back(finding);
  }
  parts.resize(std::min(parts.size(), most));
  return parts;
}

std::vector<Remark> Tell(const Commit& commit, const Verdict& verdict,
                         const Policy& rules, size_t most) {
  const auto writer =
      FindFormat("text")->make({.policy = rules, .width = kWidth});
  std::vector<Remark> remarks;
  for (const Verdict& part : Parts(verdict, most)) {
    std::string report;
    writer->Commit(commit, part, report);
    remarks.push_back(ToRemark(report));
  }
  return remarks;
}

/// What the refs gate allows, no rule refuses.
void AllowMerge(Verdict& verdict) {
  const auto removed = std::erase_if(
      verdict.findings, [](const Finding& f) { return f.rule == "no-merge"; });
  if (removed > 0 && verdict.kind != Verdict::Kind::kError)
    verdict.kind = KindOf(verdict.findings);
}

/// How many of its findings can be told.
size_t RoomFor(const JudgedCommit& judged, const Room& room) {
  return std::min(judged.findings,
                  judged.IsRefused() ? room.refusals : room.warnings);
}

/// It was judged where nothing was to be told.
bool CouldSayMore(const JudgedCommit& judged, const Room& room) {
  return judged.remarks.empty() && RoomFor(judged, room) > 0;
}

}  // namespace

const JudgedCommit& CommitJudge::Judge(const ObjectId& id,
                                       const HeldTo& held_to,
                                       const Room& room) {
  Judged& judged = judged_[held_to];
  const auto known = judged.find(id);
  if (known != judged.end() && !CouldSayMore(known->second, room))
    return known->second;
  return judged.insert_or_assign(id, JudgeObject(id, Take(id), held_to, room))
      .first->second;
}

void CommitJudge::Learn(const ObjectId& id, const HeldTo& held_to,
                        JudgedCommit judged) {
  judged_[held_to].try_emplace(id, std::move(judged));
}

void CommitJudge::Keep(const ObjectId& id, Bytes object) {
  objects_.insert_or_assign(id, std::move(object));
}

bool CommitJudge::Knows(const ObjectId& id, const HeldTo& held_to) const {
  const auto judged = judged_.find(held_to);
  return judged != judged_.end() && judged->second.contains(id);
}

Bytes CommitJudge::Take(const ObjectId& id) {
  if (auto kept = objects_.extract(id))
    return std::move(kept.mapped());
  return repository_->ReadCommit(id);
}

JudgedCommit CommitJudge::JudgeObject(const ObjectId& id, Bytes object,
                                      const HeldTo& held_to,
                                      const Room& room) const {
  const Policy& rules = *held_to.rules;
  const size_t size = MessageSize(View(object));
  const bool is_too_large = size > max_message_;
  const Commit commit = is_too_large
                            ? WithoutMessage(id, View(object))
                            : ParseStoredCommit(id.Hex(), std::move(object));
  Verdict verdict =
      is_too_large
          ? CouldNotJudge(fmt::format("the message has {} bytes, limit is {}",
                                      size, max_message_))
          : commitgate::Judge(commit, rules, Stage::kLanding, *held_to.views);
  if (held_to.takes_merges)
    AllowMerge(verdict);

  JudgedCommit judged;
  judged.kind = verdict.kind;
  judged.parents = commit.parents.value_or(0);
  const bool could_not_judge = verdict.kind == Verdict::Kind::kError;
  judged.findings = verdict.findings.size() + (could_not_judge ? 1 : 0);
  if (const size_t most = RoomFor(judged, room); most > 0)
    judged.remarks = Tell(commit, verdict, rules, most);
  return judged;
}

}  // namespace commitgate
