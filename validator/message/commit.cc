// SPDX-License-Identifier: MIT
#include "validator/message/commit.h"

#include <charconv>
#include <utility>

#include "validator/message/charset.h"
#include "validator/message/parent_lines.h"

namespace commitgate {
namespace {

/// What the headers of a commit object say that matters here.
struct Headers {
  std::optional<std::string_view> author;
  std::optional<std::string_view> committer;
  std::optional<std::string_view> encoding;
  /// What follows them.
  std::string_view text;
};

/// The first of several counts.
void SetOnce(std::optional<std::string_view>& header, std::string_view value) {
  if (!header)
    header = value;
}

void ReadHeader(std::string_view line, Headers& headers) {
  // A continuation line starts with a blank, so that its name is empty.
  const size_t name_end = line.find(' ');
  if (name_end == std::string_view::npos)
    return;
  const std::string_view name = line.substr(0, name_end);
  const std::string_view value = line.substr(name_end + 1);
  if (name == "author")
    SetOnce(headers.author, value);
  else if (name == "committer")
    SetOnce(headers.committer, value);
  else if (name == "encoding")
    SetOnce(headers.encoding, value);
}

Headers ReadHeaders(std::string_view object) {
  Headers headers;
  while (!object.empty()) {
    const size_t end = object.find('\n');
    if (end == 0) {
      headers.text = object.substr(1);
      break;
    }
    ReadHeader(object.substr(0, end), headers);
    if (end == std::string_view::npos)
      break;
    object.remove_prefix(end + 1);
  }
  return headers;
}

/// The number behind the last `>`, wherever the address ends.
std::optional<int64_t> ParseTime(std::string_view header) {
  const size_t close = header.rfind('>');
  if (close == std::string_view::npos)
    return std::nullopt;
  const std::string_view digits = Trim(header.substr(close + 1));
  int64_t time = 0;
  const auto [end, failure] =
      std::from_chars(digits.data(), digits.data() + digits.size(), time);
  if (failure != std::errc())
    return std::nullopt;
  return time;
}

Signature ParseSignature(std::string_view header) {
  const size_t open = header.find('<');
  if (open == std::string_view::npos)
    return {Trim(header), header.substr(header.size()), std::nullopt};
  const std::string_view behind = header.substr(open + 1);
  return {Trim(header.substr(0, open)),
          Trim(behind.substr(0, behind.find('>'))), ParseTime(header)};
}

void SetSignatures(const Headers& headers, Commit& commit) {
  if (headers.author)
    commit.author = ParseSignature(*headers.author);
  // Of most that are pushed they are the same.
  if (headers.committer == headers.author)
    commit.committer = commit.author;
  else if (headers.committer)
    commit.committer = ParseSignature(*headers.committer);
}

/// Author and committer as the headers of an object again, converted.
std::optional<Bytes> ConvertSignatures(const Headers& headers) {
  std::string lines;
  if (headers.author)
    lines.append("author ").append(*headers.author).append("\n");
  if (headers.committer)
    lines.append("committer ").append(*headers.committer).append("\n");
  return ToUtf8(lines, *headers.encoding);
}

/// Brings text and people to UTF-8, each for itself: what one of them cannot be
/// converted for is no reason to garble the other.
void Convert(Headers& headers, Commit& commit) {
  commit.charset = Trim(*headers.encoding);
  headers.encoding = commit.charset;
  if (IsUtf8Name(commit.charset))
    return;
  if (auto signatures = ConvertSignatures(headers)) {
    commit.author_bytes = std::move(*signatures);
    SetSignatures(ReadHeaders(View(commit.author_bytes)), commit);
  }
  if (auto text = ToUtf8(headers.text, commit.charset)) {
    commit.decoded = std::move(*text);
    headers.text = View(commit.decoded);
  } else {
    commit.undecodable = true;
  }
}

}  // namespace

Commit ParseCommitObject(std::string id, Bytes object) {
  Commit commit;
  commit.id = std::move(id);
  commit.bytes = std::move(object);
  Headers headers = ReadHeaders(View(commit.bytes));
  commit.parents = static_cast<int>(ReadParentLines(View(commit.bytes)).count);
  SetSignatures(headers, commit);
  if (headers.encoding)
    Convert(headers, commit);
  commit.message = MakeMessage(headers.text);
  return commit;
}

Commit ParseStoredCommit(std::string id, Bytes object) {
  Commit commit = ParseCommitObject(std::move(id), std::move(object));
  commit.is_stored = true;
  return commit;
}

Commit MakeCommit(std::string id, std::string_view message) {
  Commit commit;
  commit.id = std::move(id);
  commit.bytes.assign(message.begin(), message.end());
  commit.message = MakeMessage(View(commit.bytes));
  return commit;
}

Commit MakeCommit(std::string id, std::string_view file,
                  const Cleanup& cleanup) {
  Commit commit;
  commit.id = std::move(id);
  commit.bytes.assign(file.begin(), file.end());
  commit.message = MakeMessage(CleanUp(View(commit.bytes), cleanup));
  return commit;
}

void SetAuthor(Commit& commit, std::string_view name, std::string_view email) {
  Bytes bytes(name.begin(), name.end());
  bytes.insert(bytes.end(), email.begin(), email.end());
  commit.author_bytes = std::move(bytes);
  const std::string_view owned = View(commit.author_bytes);
  commit.author = Signature{owned.substr(0, name.size()),
                            owned.substr(name.size()), std::nullopt};
}

}  // namespace commitgate
