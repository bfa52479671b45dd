// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "rules/catalog.h"
#include "validator/message/cleanup.h"
#include "validator/message/hazard.h"

namespace commitgate {
namespace {

/// What can be in a message that should not; each is reported once.
enum Blemish : size_t {
  kBadUtf8,
  kNul,
  kControl,
  kBidirectional,
  kInvisible,
  kByteOrderMark,
  kConflict,
  kUnderline,  ///< Part of a conflict only where there are other markers.
  kScissors,
  kDiff,
  kCarriageReturn,
  kTrailingBlank,
  kBlemishes,
};

Blemish BlemishOf(Hazard hazard, uint32_t code_point) {
  switch (hazard) {
    case Hazard::kNotUtf8:
      return kBadUtf8;
    case Hazard::kControl:
      return code_point == 0 ? kNul : kControl;
    case Hazard::kDirection:
      return kBidirectional;
    default:
      return kInvisible;
  }
}

/// How often something was seen, and where first.
struct Sighting {
  size_t count = 0;
  const Line* line = nullptr;
  /// A view into the line's raw text.
  std::string_view part;
  uint32_t code_point = 0;
};

class Inspection {
 public:
  explicit Inspection(const Message& message);

  const Sighting& operator[](size_t blemish) const {
    return sightings_[blemish];
  }

 private:
  void InspectStart(const Line& line);
  void InspectEnd(const Line& line);
  void InspectCharacters(const Line& line);
  void InspectCharacter(const Line& line, size_t offset,
                        const Character& character);
  bool IsAtStart(std::string_view part) const {
    return part.data() == message_.lines.front().text.data();
  }
  void See(Blemish blemish, const Line& line, std::string_view part,
           uint32_t code_point = 0);

  const Message& message_;
  std::array<Sighting, kBlemishes> sightings_;
};

Inspection::Inspection(const Message& message) : message_(message) {
  for (const Line& line : message.lines) {
    InspectStart(line);
    if (line.raw.size() != line.text.size())
      InspectEnd(line);
    InspectCharacters(line);
  }
  if (sightings_[kConflict].count > 0)
    sightings_[kConflict].count += sightings_[kUnderline].count;
}

/// Tells most lines by one character at each end.
bool MayBeLeftover(std::string_view line) {
  if (line.empty())
    return false;
  switch (line.front()) {
    case '<':
    case '|':
    case '=':
    case '>':
    case 'd':
      return true;
    default:
      return line.back() == '-';
  }
}

/// What is not to start a line.  `=======` alone may underline a heading.
void Inspection::InspectStart(const Line& line) {
  const std::string_view text = line.text;
  if (!MayBeLeftover(text))
    return;
  if (text.starts_with("<<<<<<< ") || text.starts_with("||||||| ") ||
      text.starts_with(">>>>>>> "))
    See(kConflict, line, text);
  else if (text == "=======")
    See(kUnderline, line, text);
  else if (text.starts_with("diff --git a/") && text.find(" b/") != text.npos)
    See(kDiff, line, text);
  else if (text.ends_with(kScissorsLine) &&
           text.find(' ') == text.size() - kScissorsLine.size())
    See(kScissors, line, text);
}

void Inspection::InspectEnd(const Line& line) {
  const std::string_view end = line.raw.substr(line.text.size());
  if (const size_t at = end.find('\r'); at != end.npos)
    See(kCarriageReturn, line, end.substr(at, 1));
  const size_t blank = end.find_first_of(" \t");
  if (blank == end.npos)
    return;
  const size_t behind = std::min(end.find('\r', blank), end.size());
  See(kTrailingBlank, line, end.substr(blank, behind - blank));
}

void Inspection::InspectCharacters(const Line& line) {
  const std::string_view text = line.text;
  size_t offset = PrintableRun(text, 0);
  while (offset < text.size()) {
    const Character character = CharacterAt(text, offset);
    InspectCharacter(line, offset, character);
    offset += character.bytes;
    offset += PrintableRun(text, offset);
  }
}

void Inspection::InspectCharacter(const Line& line, size_t offset,
                                  const Character& character) {
  constexpr uint32_t kMark = 0xfeff;
  const std::string_view bytes = line.text.substr(offset, character.bytes);
  const Hazard hazard = HazardOf(character, line.text, offset);
  if (hazard == Hazard::kNone || bytes == "\t")
    return;
  const uint32_t number =
      character.code_point.value_or(static_cast<uint8_t>(bytes.front()));
  const bool is_mark = character.code_point == kMark && IsAtStart(bytes);
  See(is_mark ? kByteOrderMark : BlemishOf(hazard, number), line, bytes,
      number);
}

void Inspection::See(Blemish blemish, const Line& line, std::string_view part,
                     uint32_t code_point) {
  Sighting& sighting = sightings_[blemish];
  if (sighting.count++ == 0)
    sighting = {1, &line, part, code_point};
}

/// How a finding names what was seen.
enum class Naming { kNone, kByte, kCodePoint };

struct Wording {
  Naming naming;
  Level level;
  std::string_view text;
};

constexpr std::array<Wording, kBlemishes> kWordings = {{
    {Naming::kByte, Level::kError, "is not valid UTF-8"},
    {Naming::kCodePoint, Level::kError,
     "is a NUL, git does not show what follows"},
    {Naming::kCodePoint, Level::kError, "is a control character"},
    {Naming::kCodePoint, Level::kError, "changes the direction of text"},
    {Naming::kCodePoint, Level::kError, "is invisible"},
    {Naming::kCodePoint, Level::kError, "is a byte order mark"},
    {Naming::kNone, Level::kError, "conflict marker is left over"},
    {Naming::kNone, Level::kOff, "marker may be left over"},
    {Naming::kNone, Level::kError, "scissors line is left over"},
    {Naming::kNone, Level::kError, "diff is left over"},
    {Naming::kNone, Level::kWarning, "line ends with a carriage return"},
    {Naming::kNone, Level::kWarning, "line ends with a blank"},
}};

std::string Name(Naming naming, uint32_t code_point) {
  switch (naming) {
    case Naming::kByte:
      return fmt::format("byte 0x{:02X} ", code_point);
    case Naming::kCodePoint:
      return fmt::format("U+{:04X} ", code_point);
    case Naming::kNone:
      break;
  }
  return "";
}

void Report(const Sighting& sighting, const Wording& wording,
            Reporter& reporter) {
  const std::string more =
      sighting.count < 2 ? ""
                         : fmt::format(" (and {} more)", sighting.count - 1);
  // Blanks at the end are in no line's text.
  const Line line = {sighting.line->raw, sighting.line->raw,
                     sighting.line->number};
  reporter.Add(wording.level,
               {SpanOf(line, sighting.part),
                fmt::format("{}{}{}", Name(wording.naming, sighting.code_point),
                            wording.text, more),
                std::string(sighting.part)});
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Commit& commit = context.commit;
  const Inspection seen(commit.message);
  if (commit.undecodable)
    reporter.Error({Span(), fmt::format("text is not valid in its charset '{}'",
                                        commit.charset)});
  for (size_t i = 0; i < kBlemishes; ++i) {
    if (i == kBadUtf8 && commit.undecodable)
      continue;
    if (seen[i].count > 0)
      Report(seen[i], kWordings[i], reporter);
  }
}

}  // namespace

constinit const Rule kMessageHygiene = {
    .id = "message-hygiene",
    .summary = "the message is plain text with nothing hidden or left over",
    .why =
        "Control characters, overridden directions and invisible characters "
        "make a text read as something else.  Conflict markers, diffs and "
        "scissors lines are remains of an edit that went wrong.",
    .rejected =
        "doc: explain how long titles are told\n"
        "\n"
        "Columns are counted,\u200b not bytes.",
    .repaired =
        "doc: explain how long titles are told\n"
        "\n"
        "Columns are counted, not bytes.",
    .check = Check,
};

}  // namespace commitgate
