// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdint>
#include <string_view>

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
    const bool is_error = verdict.kind == Verdict::Kind::kError;
    if (!is_error && verdict.findings.empty())
      return;
    const std::string id = Printable(commit.id, kMostCharacters);
    if (is_error)
      out.append(id)
          .append(":1:1: error: could not judge: ")
          .append(Printable(verdict.error, kMostCharacters))
          .append("\n");
    for (const Finding& finding : verdict.findings)
      if (!quiet_ || finding.level == Level::kError)
        AppendFinding(id, finding, out);
  }

 private:
  /// Piece by piece: histories have tens of thousands of them, and a format
  /// string would be read for each.
  static void AppendFinding(std::string_view id, const Finding& finding,
                            std::string& out) {
    out.append(id).append(":");
    AppendNumber(finding.span.line, out);
    out.append(":");
    AppendNumber(finding.span.column, out);
    out.append(": ").append(Word(finding.level)).append(": ");
    out.append(Printable(finding.message, kMostCharacters));
    out.append(" [").append(Printable(finding.rule)).append("]\n");
  }

  static void AppendNumber(int64_t number, std::string& out) {
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
  }

  const bool quiet_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeBriefWriter(const ReportOptions& options) {
  return std::make_unique<BriefWriter>(options);
}

}  // namespace commitgate
