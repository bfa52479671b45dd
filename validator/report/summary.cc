// SPDX-License-Identifier: MIT
#include "validator/report/summary.h"

namespace commitgate {

void Summary::Add(const Verdict& verdict) {
  ++commits;
  switch (verdict.kind) {
    case Verdict::Kind::kPass:
      break;
    case Verdict::Kind::kWarn:
      ++warned;
      break;
    case Verdict::Kind::kFail:
      ++rejected;
      break;
    case Verdict::Kind::kError:
      ++errors;
      break;
  }
}

}  // namespace commitgate
