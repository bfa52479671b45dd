// SPDX-License-Identifier: MIT
//
// make_chain COMMITS BYTES PACK
//
// Writes a pack of as many commits, whose messages have so many bytes: each but
// the first is a delta of its parent, which no git would write.  Prints the
// name of the last one.  All have the empty tree, which is not in it.
#include <fmt/core.h>
#include <nettle/sha1.h>
#include <zlib.h>

#include <charconv>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

#include "validator/error.h"
#include "validator/git/object_hash.h"
#include "validator/git/object_id.h"

namespace {

using commitgate::Error;

// The types of gitformat-pack(5).
constexpr unsigned kCommit = 1;
constexpr unsigned kDeltaByOffset = 6;

/// A commit: what is different in each, and what is the same.
struct Parts {
  std::string head;
  const std::string& body;
};

std::string BigEndian(size_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes += static_cast<char>(number >> shift);
  return bytes;
}

/// Seven bits a byte, the lowest first.
std::string Number(size_t number) {
  std::string bytes;
  for (; number > 0x7f; number >>= 7)
    bytes += static_cast<char>(0x80 | (number & 0x7f));
  return bytes + static_cast<char>(number);
}

/// Each byte but the last counts one more than it says.
std::string Distance(size_t distance) {
  std::string bytes(1, static_cast<char>(distance & 0x7f));
  while (distance >>= 7)
    bytes.insert(bytes.begin(), static_cast<char>(0x80 | (--distance & 0x7f)));
  return bytes;
}

std::string TypeAndSize(unsigned type, size_t size) {
  return static_cast<char>(0x80 | type << 4 | (size & 15)) + Number(size >> 4);
}

std::string Deflate(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string stream(size, '\0');
  compress(reinterpret_cast<Bytef*>(stream.data()), &size,
           reinterpret_cast<const Bytef*>(text.data()), text.size());
  stream.resize(size);
  return stream;
}

std::string Checksum(std::string_view bytes) {
  sha1_ctx hash;
  sha1_init(&hash);
  sha1_update(&hash, bytes.size(),
              reinterpret_cast<const uint8_t*>(bytes.data()));
  std::string sum(SHA1_DIGEST_SIZE, '\0');
  sha1_digest(&hash, sum.size(), reinterpret_cast<uint8_t*>(sum.data()));
  return sum;
}

std::string Head(size_t number, const std::string& parent) {
  constexpr size_t kBegin = 1'500'000'000;
  const std::string person = fmt::format(
      "A U Thor <author@example.com> {} +0000", kBegin + 60 * number);
  return fmt::format(
      "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
      "{0}author {1}\ncommitter {1}\n\nlib: keep the order of step {2}\n\n",
      parent.empty() ? "" : "parent " + parent + '\n', person, number + 1);
}

std::string Body(size_t size) {
  constexpr std::string_view kLine =
      "The order was lost where two of them came at once, as they often do.\n";
  std::string body;
  while (body.size() < size)
    body += kLine;
  body.resize(size);
  return body;
}

/// Inserts what is different, and copies what is the same.
std::string Delta(const Parts& from, const Parts& to) {
  constexpr size_t kMostInserted = 127;
  std::string delta = Number(from.head.size() + from.body.size()) +
                      Number(to.head.size() + to.body.size());
  for (size_t at = 0; at < to.head.size(); at += kMostInserted) {
    const std::string part = to.head.substr(at, kMostInserted);
    delta += static_cast<char>(part.size()) + part;
  }
  const size_t at = from.head.size();
  const size_t size = to.body.size();
  delta += {'\xf3',
            static_cast<char>(at),
            static_cast<char>(at >> 8),
            static_cast<char>(size),
            static_cast<char>(size >> 8),
            static_cast<char>(size >> 16)};
  return delta;
}

/// Writes the chain to `file`; returns the name of the last commit.
std::string WriteChain(size_t commits, size_t bytes, const std::string& file) {
  if (bytes == 0 || bytes >= size_t{1} << 24)
    throw Error("a message has less than 16 MiB, and a byte at least");
  const std::string body = Body(bytes);
  std::string pack = "PACK" + BigEndian(2) + BigEndian(commits);
  std::string tip;
  Parts last{"", body};
  size_t distance = 0;
  for (size_t i = 0; i < commits; ++i) {
    const Parts next{Head(i, tip), body};
    const std::string whole = next.head + body;
    const std::string delta = Delta(last, next);
    const std::string entry =
        i == 0 ? TypeAndSize(kCommit, whole.size()) + Deflate(whole)
               : TypeAndSize(kDeltaByOffset, delta.size()) +
                     Distance(distance) + Deflate(delta);
    pack += entry;
    distance = entry.size();
    tip = commitgate::HashObject("commit", whole).Hex();
    last.head = next.head;
  }
  pack += Checksum(pack);
  if (!(std::ofstream(file, std::ios::binary) << pack).flush())
    throw Error(fmt::format("writing '{}': it is not taken", file));
  return tip;
}

size_t ReadNumber(std::string_view word) {
  size_t number = 0;
  const auto [stop, error] =
      std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || stop != word.data() + word.size())
    throw Error(fmt::format("'{}' is no number", word));
  return number;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 4)
      throw Error("how many commits, of how many bytes, to which file?");
    const std::string tip =
        WriteChain(ReadNumber(argv[1]), ReadNumber(argv[2]), argv[3]);
    fmt::print("{}\n", tip);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_chain: %s\n", error.what());
    return 2;
  }
}
