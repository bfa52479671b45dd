// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "validator/repair/step.h"

namespace commitgate {

// Adding a repair takes its file, its line here and its row in the table of
// steps.cc.
extern const RepairStep kByteOrderMark;
extern const RepairStep kLineEnds;
extern const RepairStep kKeySpelling;
extern const RepairStep kBlankLine;
extern const RepairStep kSubsystemSpelling;
extern const RepairStep kTitleSpaces;
extern const RepairStep kTitleCase;
extern const RepairStep kTitleEnd;
extern const RepairStep kTrailerUrls;
extern const RepairStep kMetadataParagraphs;
extern const RepairStep kWrap;

/// In the order in which they are tried.
std::span<const RepairStep* const> RepairSteps();

}  // namespace commitgate
