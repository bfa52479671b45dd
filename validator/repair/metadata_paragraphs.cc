// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "validator/message/ignoring_case.h"
#include "validator/message/metadata_keys.h"
#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"
#include "validator/repair/trailer_block.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {
    "assisted-by-is-trailer", "co-authored-by-is-trailer", "metadata-end"};

/// What the landing of a commit adds once; a second set is that of another
/// commit, which this one quotes.
constexpr std::string_view kOncePerLanding = "PR-URL";

/// Lines that start so quote the message of a commit from elsewhere, whose
/// reviewers are not those of this one.
constexpr std::array<std::string_view, 6> kQuoting{
    "original commit", "original-", "review url",
    "review-url",      "cr-commit", "(merged from"};

bool StartsIgnoringCase(std::string_view line, std::string_view start) {
  return line.size() >= start.size() &&
         EqualsIgnoringCase(line.substr(0, start.size()), start);
}

bool QuotesOtherCommit(const Message& message) {
  return std::ranges::any_of(message.lines, [](const Line& line) {
    return std::ranges::any_of(kQuoting, [&](std::string_view start) {
      return StartsIgnoringCase(Trim(line.text), start);
    });
  });
}

bool EndsInBy(std::string_view key) {
  return key.size() > 3 &&
         EqualsIgnoringCase(key.substr(key.size() - 3), "-by");
}

/// A paragraph of prose may be a block for git: `Note: this`, `https://x.y`.
bool IsSurelyMetadata(const Trailer& trailer) {
  return IsMetadataKey(trailer.key) || EndsInBy(trailer.key);
}

bool Holds(const std::vector<Trailer>& trailers, std::string_view key) {
  return std::ranges::any_of(trailers, [&](const Trailer& trailer) {
    return EqualsIgnoringCase(trailer.key, key);
  });
}

/// The index of the first line of all that is metadata or blank, up to the
/// block; to the end where there is none.
size_t BeginOfMetadata(const Message& message) {
  const TrailerBlock& block = message.block;
  size_t begin = block.begin < block.end ? block.begin : message.lines.size();
  size_t at = begin;
  auto stray = message.stray.rbegin();
  while (at > 1) {
    --at;
    if (message.lines[at].text.empty())
      continue;
    while (stray != message.stray.rend() && stray->first_line > at)
      ++stray;
    if (stray == message.stray.rend() || stray->first_line != at)
      break;
    begin = at;
  }
  return begin;
}

/// `PR_URL: x`, which is metadata for its author at least.
bool LooksLikeMetadata(std::string_view line) {
  constexpr size_t kMostWords = 3;
  const std::string_view key = line.substr(0, line.find(':'));
  const auto is_key_character = [](char c) {
    return IsAlphanumeric(c) || c == '-' || c == '_' || c == ' ';
  };
  return key.size() < line.size() && !key.empty() &&
         std::ranges::all_of(key, is_key_character) &&
         std::ranges::count(key, ' ') < static_cast<ptrdiff_t>(kMostWords);
}

bool CanBeJoined(const Message& message, size_t begin) {
  const auto& stray = message.stray;
  if (stray.empty() || stray.front().first_line < begin || begin < 2 ||
      LooksLikeMetadata(message.lines[begin - 1].text))
    return false;
  const bool lands_twice = Holds(stray, kOncePerLanding) &&
                           Holds(message.block.trailers, kOncePerLanding);
  return !lands_twice &&
         std::ranges::all_of(message.block.trailers, IsSurelyMetadata) &&
         !QuotesOtherCommit(message);
}

/// The text without the lines from `begin` up to the block.
std::string WithoutStray(const Message& message, size_t begin) {
  const TrailerBlock& block = message.block;
  const size_t end =
      block.begin < block.end ? block.begin : message.lines.size();
  std::string text;
  for (size_t i = 0; i < message.lines.size(); ++i) {
    if (i == begin)
      text += '\n';
    if (i < begin || i >= end)
      text.append(message.lines[i].raw).append("\n");
  }
  return text;
}

std::optional<std::string> Apply(const Broken& broken) {
  const Message& message = broken.message;
  const size_t begin = BeginOfMetadata(message);
  if (!CanBeJoined(message, begin))
    return std::nullopt;
  std::vector<TrailerText> trailers;
  for (const Trailer& stray : message.stray)
    trailers.push_back({std::string(stray.key), std::string(stray.value)});
  for (TrailerText& trailer : TrailersOf(message))
    trailers.push_back(std::move(trailer));
  const std::string rest = WithoutStray(message, begin);
  return WithTrailers(MakeMessage(rest), InCanonicalOrder(std::move(trailers)));
}

/// And nothing in the place of a line feed.
bool Keeps(const Message& before, const Message& after) {
  return KeepsSetOfWords(before, after) && after.stray.empty() &&
         before.lines.front().raw == after.lines.front().raw;
}

}  // namespace

constinit const RepairStep kMetadataParagraphs = {
    .name = "metadata-paragraphs",
    .summary = "joins paragraphs of metadata at the end to one, in order",
    .rules = kRules,
    .apply = Apply,
    .keeps = Keeps,
};

}  // namespace commitgate
