// SPDX-License-Identifier: MIT
#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"message-hygiene"};
constexpr std::string_view kMark = "\uFEFF";

std::optional<std::string> Apply(const Broken& broken) {
  std::string text = TextOf(broken.message);
  if (!text.starts_with(kMark))
    return std::nullopt;
  return text.substr(kMark.size());
}

bool Keeps(const Message& before, const Message& after) {
  return TextOf(before) == std::string(kMark) + TextOf(after);
}

}  // namespace

constinit const RepairStep kByteOrderMark = {
    .name = "byte-order-mark",
    .summary = "takes the byte order mark away",
    .rules = kRules,
    .apply = Apply,
    .keeps = Keeps,
};

}  // namespace commitgate
