// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace commitgate::bench {

/// Prints a table in Markdown for each group of benchmarks, `group/name`: the
/// medians, and how they compare with the first of the group.
class TableReporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;

 private:
  void BeginGroup(const std::string& group, double yardstick);

  std::string group_;
  double yardstick_ = 0;
};

}  // namespace commitgate::bench
