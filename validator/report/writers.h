// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "validator/report/format.h"

namespace commitgate {

// Adding a format takes its file, its line here and its row in the table of
// format.cc.
std::unique_ptr<ReportWriter> MakeBriefWriter(const ReportOptions& options);
std::unique_ptr<ReportWriter> MakeJsonLinesWriter(const ReportOptions& options);
std::unique_ptr<ReportWriter> MakeJsonWriter(const ReportOptions& options);
std::unique_ptr<ReportWriter> MakeTapWriter(const ReportOptions& options);
std::unique_ptr<ReportWriter> MakeTextWriter(const ReportOptions& options);

}  // namespace commitgate
