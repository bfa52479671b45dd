// SPDX-License-Identifier: MIT
#include "validator/message/byte_order_mark.h"
#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"message-hygiene"};

std::optional<std::string> Apply(const Broken& broken) {
  std::string text = TextOf(broken.message);
  if (!text.starts_with(kByteOrderMarkText))
    return std::nullopt;
  return text.substr(kByteOrderMarkText.size());
}

bool Keeps(const Message& before, const Message& after) {
  return TextOf(before) == std::string(kByteOrderMarkText) + TextOf(after);
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
