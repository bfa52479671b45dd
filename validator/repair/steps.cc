// SPDX-License-Identifier: MIT
#include "validator/repair/steps.h"

namespace commitgate {

std::span<const RepairStep* const> RepairSteps() {
  static constexpr const RepairStep* kSteps[] = {
      &kByteOrderMark,     &kLineEnds,           &kKeySpelling, &kBlankLine,
      &kSubsystemSpelling, &kTitleSpaces,        &kTitleCase,   &kTitleEnd,
      &kTrailerUrls,       &kMetadataParagraphs, &kWrap,
  };
  return kSteps;
}

}  // namespace commitgate
