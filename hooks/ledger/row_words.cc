// SPDX-License-Identifier: MIT
#include "hooks/ledger/row_words.h"

#include <algorithm>
#include <iterator>

namespace commitgate {
namespace {

// In the order of the enums.
constexpr std::string_view kKinds[] = {"create",   "forward", "none",
                                       "rewrite",  "delete",  "outside",
                                       "baseline", "grant",   "clock"};
constexpr std::string_view kHows[] = {"forward", "window",  "grant",
                                      "allow",   "outside", "baseline",
                                      "clock",   "refused"};
constexpr std::string_view kStates[] = {"intended",  "landed",  "refused",
                                        "abandoned", "outside", "baseline",
                                        "open",      "used"};

template <typename Enum, size_t count>
std::optional<Enum> Find(const std::string_view (&words)[count],
                         std::string_view word) {
  const auto* const found = std::ranges::find(words, word);
  if (found == std::end(words))
    return std::nullopt;
  return static_cast<Enum>(found - std::begin(words));
}

}  // namespace

std::string_view Word(RowKind kind) {
  return kKinds[static_cast<size_t>(kind)];
}

std::string_view Word(RowHow how) {
  return kHows[static_cast<size_t>(how)];
}

std::string_view Word(RowState state) {
  return kStates[static_cast<size_t>(state)];
}

std::optional<RowKind> ReadKind(std::string_view word) {
  return Find<RowKind>(kKinds, word);
}

std::optional<RowHow> ReadHow(std::string_view word) {
  return Find<RowHow>(kHows, word);
}

std::optional<RowState> ReadState(std::string_view word) {
  return Find<RowState>(kStates, word);
}

}  // namespace commitgate
