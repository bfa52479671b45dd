// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "validator/engine/policy.h"
#include "validator/report/summary.h"

namespace commitgate {

/// How a report is written.
struct ReportOptions {
  const Policy& policy;
  Stage stage = Stage::kLanding;
  bool color = false;
  /// Only errors, and no summary: text and brief.
  bool quiet = false;
  /// How many columns lines may have that can be broken, for text without
  /// color; 0: any number.
  size_t width = 0;
};

/// Turns verdicts into text, one after the other: Begin, any number of Commit,
/// End.  Appends to `out` and keeps nothing of it, so that output streams.
/// Whatever came from a commit is escaped for the format.
class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  virtual void Begin(std::string& /*out*/) {}
  virtual void Commit(const commitgate::Commit& commit, const Verdict& verdict,
                      std::string& out) = 0;
  virtual void End(const Summary& /*summary*/, std::string& /*out*/) {}
};

/// A row of the table of formats.
struct Format {
  std::string_view name;
  std::string_view summary;
  std::unique_ptr<ReportWriter> (*make)(const ReportOptions&);
};

std::span<const Format> Formats();

/// Null where there is no such format.
const Format* FindFormat(std::string_view name);

}  // namespace commitgate
