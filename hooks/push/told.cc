// SPDX-License-Identifier: MIT
#include "hooks/push/told.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "hooks/push/wording.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"
#include "validator/report/fold.h"

namespace commitgate {
namespace {

constexpr size_t kWidth = 72;
/// A ref is told at the margin, what is wrong with it behind so many blanks.
constexpr size_t kIndent = 2;
/// Nobody reads on, and a name may have thousands.
constexpr size_t kMostCharacters = 1000;
constexpr size_t kMostRefs = 10;
constexpr std::string_view kGitlab = "GL-HOOK-ERR: ";

/// What is told of one ref.
struct RefReport {
  std::string ref;
  bool is_refused = false;
  std::vector<Remark> refusals;
  std::vector<Remark> warnings;
  size_t left_out = 0;
};

bool IsSame(const Remark& a, const Remark& b) {
  return a.what == b.what && a.more == b.more;
}

/// The answer repeats what the gates have found, if it came as far as that.
void AddMissing(const std::vector<Remark>& remarks,
                std::vector<Remark>& refusals) {
  const size_t known = refusals.size();
  for (const Remark& remark : remarks) {
    const auto end = refusals.begin() + static_cast<std::ptrdiff_t>(known);
    const auto is_it = [&](const Remark& other) {
      return IsSame(other, remark);
    };
    if (std::none_of(refusals.begin(), end, is_it))
      refusals.push_back(remark);
  }
}

RefReport ReportOf(const Candidate& candidate,
                   const std::vector<Answer>& answers) {
  RefReport report{.ref = candidate.update.ref,
                   .is_refused = !candidate.refusals.empty(),
                   .refusals = candidate.refusals,
                   .warnings = candidate.warnings,
                   .left_out = candidate.left_out};
  const auto answer = std::ranges::find(answers, report.ref, &Answer::ref);
  if (answer != answers.end()) {
    report.is_refused |= !answer->accepted;
    AddMissing(answer->refusals, report.refusals);
  }
  return report;
}

/// The text of one push, written ref by ref.
class Telling {
 public:
  Telling(std::vector<RefReport> reports, const PushPolicy& policy)
      : reports_(std::move(reports)),
        is_refused_(std::ranges::any_of(reports_, &RefReport::is_refused)),
        prefix_(is_refused_ && policy.gitlab ? kGitlab : ""),
        room_(static_cast<size_t>(std::max<int64_t>(policy.max_findings, 1))) {}

  std::string Run() {
    for (const RefReport& report : reports_)
      TellRefusals(report);
    for (const RefReport& report : reports_)
      TellWarnings(report);
    TellFaultless();
    if (left_out_ > 0)
      TellEnd(fmt::format("and {}", Counted(left_out_, "more finding")));
    if (is_refused_ || warnings_ > 0)
      TellEnd(Summary());
    return std::move(text_);
  }

 private:
  void TellRefusals(const RefReport& report) {
    left_out_ += report.left_out;
    if (report.refusals.empty())
      return;
    if (room_ == 0) {
      left_out_ += report.refusals.size();
      return;
    }
    // The last remark says what to do about the others, or is the only one.
    const size_t others = std::min(report.refusals.size() - 1, room_);
    left_out_ += report.refusals.size() - 1 - others;
    room_ -= std::max<size_t>(others, 1);
    TellHeading(report.ref, "refused");
    TellRemarks(
        {report.refusals.begin(),
         report.refusals.begin() + static_cast<std::ptrdiff_t>(others)});
    TellRemarks({report.refusals.back()});
  }

  void TellWarnings(const RefReport& report) {
    warnings_ += report.warnings.size();
    const size_t shown = std::min(report.warnings.size(), room_);
    left_out_ += report.warnings.size() - shown;
    if (shown == 0)
      return;
    room_ -= shown;
    TellHeading(report.ref, "warnings");
    TellRemarks({report.warnings.begin(),
                 report.warnings.begin() + static_cast<std::ptrdiff_t>(shown)});
  }

  /// Refs that are refused because others are.
  void TellFaultless() {
    std::vector<std::string> refs;
    for (const RefReport& report : reports_)
      if (report.is_refused && report.refusals.empty())
        refs.push_back(QuotedRef(report.ref));
    if (refs.empty())
      return;
    TellEnd("nothing is wrong with " + Listed(refs, kMostRefs));
  }

  std::string Summary() const {
    const size_t refs = reports_.size();
    if (!is_refused_)
      return "the push is accepted, with warnings";
    if (refs == 1)
      return "the push is refused, the ref stays as it was";
    return fmt::format("the push is refused, all {} refs stay as they were",
                       refs);
  }

  void TellHeading(std::string_view ref, std::string_view what) {
    if (!text_.empty())
      AddLine("");
    AddLine(fmt::format("{}: {}", Printable(ref, kMostCharacters), what));
  }

  /// Findings of one commit come together: it is named once.
  void TellRemarks(const std::vector<Remark>& remarks) {
    std::string_view before;
    for (const Remark& remark : remarks) {
      if (remark.what != before)
        AddFolded(remark.what, kIndent);
      before = remark.what;
      for (const std::string& line : remark.more)
        TellMore(line);
    }
  }

  /// What is indented is laid out already: excerpts, and commands to copy.
  void TellMore(std::string_view line) {
    if (line.starts_with(' '))
      AddLine(std::string(kIndent, ' ') + Printable(line, kMostCharacters));
    else
      AddFolded(line, 2 * kIndent);
  }

  void TellEnd(const std::string& line) {
    if (!is_at_end_)
      AddLine("");
    is_at_end_ = true;
    AddFolded(line, 0);
  }

  void AddFolded(std::string_view line, size_t indent) {
    std::string folded =
        Fold(std::string(indent, ' ') + Printable(line, kMostCharacters),
             kWidth, indent + kIndent);
    std::string_view rest = folded;
    while (!rest.empty())
      AddLine(TakeLine(rest));
  }

  void AddLine(std::string_view line) {
    text_.append(prefix_).append(line).append("\n");
  }

  const std::vector<RefReport> reports_;
  const bool is_refused_;
  const std::string_view prefix_;
  size_t room_;
  size_t left_out_ = 0;
  size_t warnings_ = 0;
  bool is_at_end_ = false;
  std::string text_;
};

}  // namespace

std::string TellPusher(const std::vector<Candidate>& candidates,
                       const std::vector<Answer>& answers,
                       const PushPolicy& policy) {
  std::vector<RefReport> reports;
  for (const Candidate& candidate : candidates)
    reports.push_back(ReportOf(candidate, answers));
  return Telling(std::move(reports), policy).Run();
}

}  // namespace commitgate
