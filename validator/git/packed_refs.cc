// SPDX-License-Identifier: MIT
#include "validator/git/packed_refs.h"

#include <fmt/core.h>

#include "validator/error.h"

namespace commitgate {
namespace {

constexpr size_t kIdSize = 40;

/// A line, and where the next one is that is no line `^<id>`.
struct Record {
  std::string_view line;
  size_t end;
};

size_t EndOfLine(std::string_view content, size_t start) {
  const size_t end = content.find('\n', start);
  if (end == content.npos)
    throw Error("reading packed-refs: the last line is cut off");
  return end;
}

Record ReadRecord(std::string_view content, size_t start) {
  size_t end = EndOfLine(content, start);
  const std::string_view line = content.substr(start, end - start);
  ++end;
  while (end < content.size() && content[end] == '^')
    end = EndOfLine(content, end) + 1;
  return {line, end};
}

/// The name in a line; behind the id.
std::string_view NameIn(std::string_view line) {
  if (line.size() <= kIdSize + 1 || line[kIdSize] != ' ')
    throw Error("reading packed-refs: a line is malformed");
  return line.substr(kIdSize + 1);
}

ObjectId IdIn(std::string_view line) {
  const auto id = ObjectId::FromHex(line.substr(0, kIdSize));
  if (!id)
    throw Error("reading packed-refs: a line is malformed");
  return *id;
}

/// Behind the comments at the front.
size_t FirstRecord(std::string_view content) {
  size_t start = 0;
  while (start < content.size() && content[start] == '#')
    start = EndOfLine(content, start) + 1;
  return start;
}

bool SaysItIsSorted(std::string_view content) {
  constexpr std::string_view kHeader = "# pack-refs with:";
  if (!content.starts_with(kHeader))
    return false;
  const std::string_view line = content.substr(0, EndOfLine(content, 0));
  const std::string words = std::string(line.substr(kHeader.size())) + " ";
  return words.find(" sorted ") != words.npos;
}

/// The start of the record that `place` is in, none before `first`.
size_t StartOfRecord(std::string_view content, size_t first, size_t place) {
  while (place > first && (content[place - 1] != '\n' || content[place] == '^'))
    --place;
  return place;
}

std::optional<ObjectId> Bisect(std::string_view content,
                               std::string_view name) {
  size_t first = FirstRecord(content);
  size_t last = content.size();
  while (first < last) {
    const size_t start =
        StartOfRecord(content, first, first + (last - first) / 2);
    const Record record = ReadRecord(content, start);
    const int order = NameIn(record.line).compare(name);
    if (order == 0)
      return IdIn(record.line);
    if (order < 0)
      first = record.end;
    else
      last = start;
  }
  return std::nullopt;
}

/// Hands on each record's line until `visit` returns true.
template <typename Visit>
void VisitRecords(std::string_view content, Visit visit) {
  for (size_t start = FirstRecord(content); start < content.size();) {
    const Record record = ReadRecord(content, start);
    if (visit(record.line))
      return;
    start = record.end;
  }
}

}  // namespace

std::optional<ObjectId> FindPackedRef(std::string_view content,
                                      std::string_view name) {
  if (SaysItIsSorted(content))
    return Bisect(content, name);
  std::optional<ObjectId> found;
  VisitRecords(content, [&](std::string_view line) {
    if (NameIn(line) == name)
      found = IdIn(line);
    return found.has_value();
  });
  return found;
}

std::vector<Ref> ParsePackedRefs(std::string_view content) {
  std::vector<Ref> refs;
  VisitRecords(content, [&](std::string_view line) {
    refs.push_back({std::string(NameIn(line)), IdIn(line)});
    return false;
  });
  return refs;
}

}  // namespace commitgate
