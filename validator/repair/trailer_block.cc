// SPDX-License-Identifier: MIT
#include "validator/repair/trailer_block.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "validator/message/cleanup.h"

namespace commitgate {
namespace {

/// What comes behind trailers of any other key, in this order.
constexpr std::array<std::string_view, 6> kLastKeys{
    "PR-URL", "Backport-PR-URL", "Fixes", "Refs", "Reviewed-By", "CVE-ID"};

size_t RankOf(const TrailerText& trailer) {
  const auto* const found =
      std::ranges::find_if(kLastKeys, [&](std::string_view key) {
        return EqualsIgnoringCase(key, trailer.key);
      });
  return found == kLastKeys.end() ? 0 : found - kLastKeys.begin() + 1;
}

using Lines = std::span<const Line>;

/// What git left when it picked a commit; it looks for it among the trailers.
bool IsOrigin(const Line& line) {
  return line.text.starts_with("(cherry picked from commit ");
}

/// A message around its trailers.
struct Surroundings {
  std::string before;
  /// Lines of the block that are no trailers, but belong there.
  std::string origins;
  /// What git does not look at; may begin in the middle of a line.
  std::string after;
};

void AddParagraph(Lines lines, std::string& text) {
  while (!lines.empty() && lines.back().text.empty())
    lines = lines.first(lines.size() - 1);
  if (lines.empty())
    return;
  if (!text.empty())
    text += '\n';
  for (const Line& line : lines)
    text.append(line.raw).append("\n");
}

std::string Join(Lines lines) {
  std::string text;
  for (const Line& line : lines)
    text.append(line.raw).append("\n");
  return text;
}

/// The lines of the block that are in no trailer.
std::vector<Line> LinesBetween(Lines lines, const TrailerBlock& block) {
  std::vector<Line> between;
  size_t next = block.begin;
  const auto pass_on = [&](size_t end) {
    between.insert(between.end(), lines.begin() + next, lines.begin() + end);
  };
  for (const Trailer& trailer : block.trailers) {
    pass_on(trailer.first_line);
    next = trailer.first_line + trailer.line_count;
  }
  pass_on(block.end);
  return between;
}

/// A message up to where git stops reading, and the rest.
struct Visible {
  std::vector<Line> lines;
  std::string rest;
};

bool IsScissors(std::string_view line) {
  return line.starts_with('#') && TrimEnd(line.substr(1)) == kScissorsLine;
}

Visible CutOff(const Message& message) {
  const Lines lines = message.lines;
  const NoTrailer last = WhyNoTrailer(lines, message.block, lines.size() - 1);
  if (last.why != NoTrailer::Why::kCutOff)
    return {message.lines, {}};
  const size_t cut = last.culprit;
  Visible visible{{lines.begin(), lines.begin() + cut}, {}};
  const std::string_view line = lines[cut].raw;
  const std::string_view seen = line.substr(0, line.find('\0'));
  if (seen.empty() || IsScissors(seen)) {
    visible.rest = Join(lines.subspan(cut));
    return visible;
  }
  visible.lines.push_back({TrimEnd(seen), seen, lines[cut].number});
  visible.rest = line.substr(seen.size());
  visible.rest += '\n';
  visible.rest += Join(lines.subspan(cut + 1));
  return visible;
}

/// The end of the lines without comments behind them, for somebody may take
/// comments away; the title stays.
size_t FindEnd(Lines lines) {
  size_t end = lines.size();
  while (end > 1 &&
         (lines[end - 1].text.empty() || lines[end - 1].text.starts_with('#')))
    --end;
  return end;
}

Surroundings Surround(const Message& message) {
  const Visible visible = CutOff(message);
  const Lines lines = visible.lines;
  const TrailerBlock& block = message.block;
  Surroundings around;
  if (block.begin == block.end) {
    const size_t end = FindEnd(lines);
    AddParagraph(lines.first(end), around.before);
    around.after = Join(lines.subspan(end)) + visible.rest;
    return around;
  }
  AddParagraph(lines.first(block.begin), around.before);
  std::vector<Line> between = LinesBetween(lines, block);
  const auto origins =
      std::stable_partition(between.begin(), between.end(),
                            [](const Line& line) { return !IsOrigin(line); });
  AddParagraph({between.begin(), origins}, around.before);
  around.origins = Join({origins, between.end()});
  around.after = Join(lines.subspan(block.end)) + visible.rest;
  return around;
}

}  // namespace

std::vector<TrailerText> TrailersOf(const Message& message) {
  std::vector<TrailerText> trailers;
  for (const Trailer& trailer : message.block.trailers)
    trailers.push_back({std::string(trailer.key), std::string(trailer.value)});
  return trailers;
}

std::vector<TrailerText> InCanonicalOrder(std::vector<TrailerText> trailers) {
  std::ranges::stable_sort(trailers, {}, RankOf);
  return trailers;
}

std::string WithTrailers(const Message& message,
                         const std::vector<TrailerText>& trailers) {
  if (message.IsEmpty())
    return {};
  auto [text, origins, after] = Surround(message);
  if (!trailers.empty() || !origins.empty())
    text += '\n';
  for (const auto& [key, value] : trailers)
    text.append(key).append(value.empty() ? ":" : ": ").append(value) += '\n';
  return text + origins + after;
}

}  // namespace commitgate
