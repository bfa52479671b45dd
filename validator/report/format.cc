// SPDX-License-Identifier: MIT
#include "validator/report/format.h"

#include <algorithm>

#include "validator/report/writers.h"

namespace commitgate {
namespace {

/// The first is the default.
constexpr Format kFormats[] = {
    {"text", "for people: each finding with its line", MakeTextWriter},
    {"brief", "a line a finding, for editors and grep", MakeBriefWriter},
    {"json", "one document", MakeJsonWriter},
    {"jsonl", "one JSON object a line and commit", MakeJsonLinesWriter},
    {"tap", "TAP 13, a point a rule", MakeTapWriter},
};

}  // namespace

std::span<const Format> Formats() {
  return kFormats;
}

const Format* FindFormat(std::string_view name) {
  const auto* format = std::ranges::find(kFormats, name, &Format::name);
  return format == std::end(kFormats) ? nullptr : format;
}

}  // namespace commitgate
