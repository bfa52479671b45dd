// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <iterator>

#include "validator/message/printable.h"
#include "validator/report/words.h"
#include "validator/report/writers.h"

namespace commitgate {
namespace {

/// Of a finding's text: nobody reads on, and a text may quote a whole message.
constexpr size_t kMostCharacters = 1000;

class BriefWriter : public ReportWriter {
 public:
  explicit BriefWriter(const ReportOptions& options) : quiet_(options.quiet) {}

  void Commit(const commitgate::Commit& commit, const Verdict& verdict,
              std::string& out) override {
    const std::string id = Printable(commit.id, kMostCharacters);
    if (verdict.kind == Verdict::Kind::kError)
      fmt::format_to(std::back_inserter(out),
                     "{}:1:1: error: could not judge: {}\n", id,
                     Printable(verdict.error, kMostCharacters));
    for (const Finding& finding : verdict.findings)
      if (!quiet_ || finding.level == Level::kError)
        fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}: {} [{}]\n", id,
                       finding.span.line, finding.span.column,
                       Word(finding.level),
                       Printable(finding.message, kMostCharacters),
                       Printable(finding.rule));
  }

 private:
  const bool quiet_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeBriefWriter(const ReportOptions& options) {
  return std::make_unique<BriefWriter>(options);
}

}  // namespace commitgate
