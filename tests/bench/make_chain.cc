// SPDX-License-Identifier: MIT
//
// make_chain COMMITS BYTES PACK
//
// Writes a pack of as many commits, whose messages have so many bytes: each but
// the first is a delta of its parent, which no git would write.  Prints the
// name of the last one.  All have the empty tree, which is not in it.
#include <fmt/core.h>
#include <nettle/sha1.h>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/bench/read_number.h"
#include "tests/validator/git/pack_writer.h"
#include "validator/error.h"
#include "validator/git/object_hash.h"
#include "validator/git/object_id.h"

namespace {

using commitgate::Error;
using commitgate::ObjectId;
using commitgate::bench::ReadNumber;
using commitgate::testing::PackWriter;
using commitgate::testing::SizeInDelta;

/// A type of gitformat-pack(5).
constexpr int kCommit = 1;

/// A commit: what is different in each, and what is the same.
struct Parts {
  std::string head;
  const std::string& body;
};

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
  std::string delta = SizeInDelta(from.head.size() + from.body.size()) +
                      SizeInDelta(to.head.size() + to.body.size());
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

/// `pack`, which ends with some other checksum, as git takes it.
std::string WithChecksum(std::string pack) {
  pack.resize(pack.size() - SHA1_DIGEST_SIZE);
  return pack + Checksum(pack);
}

/// Writes the chain to `file`; returns the name of the last commit.
std::string WriteChain(size_t commits, size_t bytes, const std::string& file) {
  if (bytes == 0 || bytes >= size_t{1} << 24)
    throw Error("a message has less than 16 MiB, and a byte at least");
  const std::string body = Body(bytes);
  PackWriter pack;
  ObjectId tip;
  Parts last{"", body};
  uint64_t base = 0;
  for (size_t i = 0; i < commits; ++i) {
    const Parts next{Head(i, i == 0 ? "" : tip.Hex()), body};
    const std::string whole = next.head + body;
    tip = commitgate::HashObject("commit", whole);
    base = i == 0 ? pack.Add(tip, kCommit, whole)
                  : pack.AddDelta(tip, base, Delta(last, next));
    last.head = next.head;
  }
  const std::string bytes_of_pack = WithChecksum(pack.Pack());
  if (!(std::ofstream(file, std::ios::binary) << bytes_of_pack).flush())
    throw Error(fmt::format("writing '{}': it is not taken", file));
  return commits == 0 ? "" : tip.Hex();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 4)
      throw Error("how many commits, of how many bytes, to which file?");
    const std::string tip = WriteChain(ReadNumber<size_t>(argv[1]),
                                       ReadNumber<size_t>(argv[2]), argv[3]);
    fmt::print("{}\n", tip);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_chain: %s\n", error.what());
    return 2;
  }
}
