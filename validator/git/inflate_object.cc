// SPDX-License-Identifier: MIT
#include "validator/git/inflate_object.h"

#include <zlib.h>

#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "validator/error.h"
#include "validator/git/inflate.h"

namespace commitgate {
namespace {

/// Git writes no longer header: a type, a number of 64 bits.
constexpr size_t kMaxHeader = 32;
constexpr size_t kChunk = 16 * 1024;
/// Most commits are smaller by far.
constexpr size_t kSmallObject = 8 * 1024;

struct InflateEnd {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

class Inflater {
 public:
  explicit Inflater(std::string_view input) {
    if (inflateInit(&stream_) != Z_OK)
      throw Error("inflating: out of memory");
    end_.reset(&stream_);
    // zlib only reads it; its interface is older than const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(input.size());
  }

  /// Appends what comes next, up to `most` bytes; returns false at the end.
  bool Append(std::string& output, size_t most) {
    const size_t before = output.size();
    output.resize(before + most);
    stream_.next_out = reinterpret_cast<Bytef*>(output.data() + before);
    stream_.avail_out = static_cast<uInt>(most);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    output.resize(output.size() - stream_.avail_out);
    if (code == Z_STREAM_END)
      return false;
    const bool stuck = output.size() == before;
    if (code == Z_BUF_ERROR || (code == Z_OK && stuck))
      throw Error("the object is cut off");
    if (code != Z_OK)
      throw Error("the object is damaged");
    return true;
  }

 private:
  z_stream stream_{};
  std::unique_ptr<z_stream, InflateEnd> end_;
};

/// Takes the header off `object.content`.
void ReadHeader(LooseObject& object) {
  const std::string& text = object.content;
  const size_t space = text.find(' ');
  const size_t nul = text.find('\0');
  if (space == text.npos || nul == text.npos || space > nul || nul > kMaxHeader)
    throw Error("the object has no header");
  const char* end = text.data() + nul;
  const auto [stop, error] =
      std::from_chars(text.data() + space + 1, end, object.size);
  if (error != std::errc() || stop != end)
    throw Error("the object has no header");
  object.type = text.substr(0, space);
  object.content.erase(0, nul + 1);
}

/// The fast way for what is small and whole.
std::optional<LooseObject> InflateSmall(std::string_view file) {
  std::array<char, kSmallObject> room;
  const auto size = InflateInto(room, file);
  if (!size)
    return std::nullopt;
  LooseObject object;
  object.content.assign(room.data(), *size);
  ReadHeader(object);
  return object;
}

/// Takes memory as it goes, and knows what is wrong.
LooseObject InflateInSteps(std::string_view file, Inflate how_much) {
  LooseObject object;
  Inflater inflater(file);
  bool more = inflater.Append(object.content, kMaxHeader + 1);
  ReadHeader(object);
  if (how_much == Inflate::kHeaderOnly)
    return object;
  while (more && object.content.size() <= object.size)
    more = inflater.Append(object.content, kChunk);
  return object;
}

}  // namespace

LooseObject InflateObject(std::string_view file, Inflate how_much) {
  if (how_much == Inflate::kHeaderOnly)
    return InflateInSteps(file, how_much);
  auto object = InflateSmall(file);
  if (!object)
    object = InflateInSteps(file, how_much);
  if (object->content.size() != object->size)
    throw Error("the object is not as long as it says");
  return *std::move(object);
}

}  // namespace commitgate
