// SPDX-License-Identifier: MIT
#include "validator/repair/kept.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace commitgate {
namespace {

using Words = std::vector<std::string_view>;

constexpr bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

void AddWords(std::string_view text, Words& words) {
  while (true) {
    const auto start = std::ranges::find_if_not(text, IsBlank);
    if (start == text.end())
      return;
    text.remove_prefix(start - text.begin());
    const auto end = std::ranges::find_if(text, IsBlank);
    words.push_back(text.substr(0, end - text.begin()));
    text.remove_prefix(end - text.begin());
  }
}

Words WordsOf(const Message& message) {
  Words words;
  for (const Line& line : message.lines)
    AddWords(line.text, words);
  return words;
}

bool SameTrailers(const std::vector<Trailer>& a,
                  const std::vector<Trailer>& b) {
  return std::ranges::equal(a, b, [](const Trailer& x, const Trailer& y) {
    return x.key == y.key && x.value == y.value;
  });
}

/// Without blanks.
std::string CharactersOf(std::string_view line) {
  std::string characters(line);
  std::erase_if(characters, IsBlank);
  return characters;
}

using Lines = std::span<const Line>;

Lines BodyOf(const Message& message) {
  const Lines lines = message.lines;
  return lines.empty() ? lines : lines.subspan(1);
}

std::string_view TitleOf(const Message& message) {
  return message.IsEmpty() ? std::string_view() : message.lines.front().text;
}

bool SameBody(const Message& a, const Message& b) {
  return std::ranges::equal(BodyOf(a), BodyOf(b), {}, &Line::raw, &Line::raw);
}

/// `text` up to its first colon, or from there on.
std::string_view BeforeColon(std::string_view text) {
  return Trim(text.substr(0, text.find(':')));
}

std::string_view BehindColon(std::string_view text) {
  const size_t colon = text.find(':');
  return colon == text.npos ? text : Trim(text.substr(colon + 1));
}

/// Whether all lines are the same but those of which `part` is.
bool SameLinesBut(const Message& before, const Message& after,
                  std::string_view (*part)(std::string_view)) {
  const auto same = [&](const Line& a, const Line& b) {
    const bool has_parts =
        a.text.find(':') != a.text.npos && b.text.find(':') != b.text.npos;
    return a.text == b.text || (has_parts && part(a.text) == part(b.text));
  };
  return TitleOf(before) == TitleOf(after) &&
         std::ranges::equal(BodyOf(before), BodyOf(after), same);
}

}  // namespace

bool KeepsWords(const Message& before, const Message& after) {
  return WordsOf(before) == WordsOf(after);
}

bool KeepsWordsAndMetadata(const Message& before, const Message& after) {
  return KeepsWords(before, after) &&
         SameTrailers(before.block.trailers, after.block.trailers) &&
         SameTrailers(before.stray, after.stray);
}

bool KeepsSetOfWords(const Message& before, const Message& after) {
  Words a = WordsOf(before);
  Words b = WordsOf(after);
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

bool KeepsCharacters(const Message& before, const Message& after) {
  return SameBody(before, after) &&
         CharactersOf(TitleOf(before)) == CharactersOf(TitleOf(after));
}

bool KeepsLetters(const Message& before, const Message& after) {
  return SameBody(before, after) &&
         EqualsIgnoringCase(TitleOf(before), TitleOf(after));
}

bool KeepsAllButFullStop(const Message& before, const Message& after) {
  const std::string_view more = TitleOf(before);
  const std::string_view less = TitleOf(after);
  if (!SameBody(before, after) || more.size() != less.size() + 1)
    return false;
  const size_t at = std::ranges::mismatch(more, less).in1 - more.begin();
  return more[at] == '.' && more.substr(at + 1) == less.substr(at);
}

bool KeepsAllButSubsystems(const Message& before, const Message& after) {
  return SameBody(before, after) && before.title.has_colon &&
         after.title.has_colon && before.title.text == after.title.text &&
         before.title.subsystems.size() == after.title.subsystems.size();
}

bool KeepsAllButKeys(const Message& before, const Message& after) {
  return SameLinesBut(before, after, BehindColon);
}

bool KeepsAllButValues(const Message& before, const Message& after) {
  return SameLinesBut(before, after, BeforeColon);
}

}  // namespace commitgate
