// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "rules/catalog.h"
#include "validator/message/charset.h"

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

/// Characters that can make a text read as something else.
struct Range {
  uint32_t first;
  uint32_t last;
  Blemish blemish;
};

constexpr Range kRanges[] = {
    {0x0000, 0x0000, kNul},
    {0x0001, 0x0008, kControl},
    {0x000a, 0x001f, kControl},
    {0x007f, 0x009f, kControl},
    {0x00ad, 0x00ad, kInvisible},  // Soft hyphen.
    {0x034f, 0x034f, kInvisible},
    {0x061c, 0x061c, kBidirectional},
    {0x115f, 0x1160, kInvisible},  // Hangul fillers.
    {0x180e, 0x180e, kInvisible},
    {0x200b, 0x200d, kInvisible},  // Zero width space and joiners.
    {0x200e, 0x200f, kBidirectional},
    {0x2028, 0x2029, kControl},  // Line and paragraph separator.
    {0x202a, 0x202e, kBidirectional},
    {0x2060, 0x2064, kInvisible},
    {0x2066, 0x2069, kBidirectional},
    {0x206a, 0x206f, kInvisible},
    {0x3164, 0x3164, kInvisible},
    {0xfeff, 0xfeff, kInvisible},
    {0xffa0, 0xffa0, kInvisible},
    {0xfff9, 0xfffb, kInvisible},
    {0xe0000, 0xe007f, kInvisible},  // Tags.
};
static_assert(std::ranges::is_sorted(kRanges, {}, &Range::first));

/// A character of a text and where it stands.
struct Character {
  uint32_t code_point;
  std::string_view bytes;
};

bool IsAscii(char c) {
  return (c & 0x80) == 0;
}

/// The first character of `text`, which is not empty.  A byte that is not UTF-8
/// comes out as something harmless: it is told otherwise.
Character FirstCharacter(std::string_view text) {
  constexpr uint32_t kReplacement = 0xfffd;
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  if (IsAscii(text[0]))
    return {byte(0), text.substr(0, 1)};
  const size_t size = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
  if (!IsUtf8(text.substr(0, size)))
    return {kReplacement, text.substr(0, 1)};
  uint32_t code_point = byte(0) & (0xff >> (size + 1));
  for (size_t i = 1; i < size; ++i)
    code_point = code_point << 6 | (byte(i) & 0x3f);
  return {code_point, text.substr(0, size)};
}

const Range* FindRange(uint32_t code_point) {
  const auto* range =
      std::ranges::lower_bound(kRanges, code_point, {}, &Range::last);
  if (range == std::end(kRanges) || code_point < range->first)
    return nullptr;
  return range;
}

/// Joiners shape emoji and several scripts, and do nothing elsewhere.
bool IsJoinerAtWork(const Character& character, std::string_view line) {
  if (character.code_point != 0x200c && character.code_point != 0x200d)
    return false;
  const size_t start = character.bytes.data() - line.data();
  const size_t end = start + character.bytes.size();
  return start > 0 && end < line.size() && !IsAscii(line[start - 1]) &&
         !IsAscii(line[end]);
}

enum Class : uint8_t { kPlain = 0, kIsControl = 1, kIsNotAscii = 2 };

/// What each byte asks to be looked for.
constexpr auto kClasses = [] {
  std::array<uint8_t, 256> classes{};
  for (size_t c = 0; c < classes.size(); ++c) {
    if (c >= 0x80)
      classes[c] = kIsNotAscii;
    else if ((c < ' ' && c != '\t') || c == 0x7f)
      classes[c] = kIsControl;
  }
  return classes;
}();

uint8_t Classify(std::string_view text) {
  uint8_t found = kPlain;
  for (const char c : text)
    found |= kClasses[static_cast<uint8_t>(c)];
  return found;
}

/// Whether `text` is printable ASCII throughout, as most lines are: eight bytes
/// at a time.
bool IsPrintableAscii(std::string_view text) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  uint64_t odd = 0;
  for (; text.size() >= sizeof odd; text.remove_prefix(sizeof odd)) {
    uint64_t bytes;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    // Sets the high bit of a byte beyond ASCII, below the space, or DEL.
    odd |= bytes | (bytes - kOnes * ' ') | (bytes + kOnes);
  }
  return (odd & kOnes * 0x80) == 0 && Classify(text) == kPlain;
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
  void InspectEncoding(const Line& line);
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
    if (IsPrintableAscii(line.text))
      continue;
    const uint8_t found = Classify(line.text);
    if (found != kPlain)
      InspectCharacters(line);
    if (found & kIsNotAscii)
      InspectEncoding(line);
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
  constexpr std::string_view kCutLine =
      " ------------------------ >8 ------------------------";
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
  else if (text.ends_with(kCutLine) &&
           text.find(' ') == text.size() - kCutLine.size())
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
  for (std::string_view rest = line.text; !rest.empty();) {
    const Character character = FirstCharacter(rest);
    rest.remove_prefix(character.bytes.size());
    const Range* range = FindRange(character.code_point);
    if (!range || IsJoinerAtWork(character, line.text))
      continue;
    const bool is_mark =
        character.code_point == 0xfeff && IsAtStart(character.bytes);
    See(is_mark ? kByteOrderMark : range->blemish, line, character.bytes,
        character.code_point);
  }
}

void Inspection::InspectEncoding(const Line& line) {
  std::string_view rest = line.text;
  while (const auto at = FindInvalidUtf8(rest)) {
    See(kBadUtf8, line, rest.substr(*at, 1), static_cast<uint8_t>(rest[*at]));
    rest.remove_prefix(*at + 1);
  }
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
