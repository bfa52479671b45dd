// SPDX-License-Identifier: MIT
#include "validator/git/inflate.h"

#include <libdeflate.h>

#include <memory>

#include "validator/error.h"

namespace commitgate {
namespace {

/// What deflate makes of a byte at most.
constexpr size_t kMostRatio = 1032;
/// libdeflate is careful, and slow, so near to the end of its room.
constexpr size_t kSlack = 320;

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const {
    libdeflate_free_decompressor(decompressor);
  }
};

/// It has tables to be filled, and serves one caller at a time.
libdeflate_decompressor* DecompressorOfThread() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor>
      decompressor(libdeflate_alloc_decompressor());
  if (!decompressor)
    throw Error("inflating: out of memory");
  return decompressor.get();
}

}  // namespace

std::optional<size_t> InflateInto(std::span<char> room,
                                  std::string_view stream) {
  size_t taken = 0;
  size_t size = 0;
  const libdeflate_result result = libdeflate_zlib_decompress_ex(
      DecompressorOfThread(), stream.data(), stream.size(), room.data(),
      room.size(), &taken, &size);
  if (result != LIBDEFLATE_SUCCESS)
    return std::nullopt;
  return size;
}

std::optional<Bytes> InflateExactly(std::string_view stream, size_t size) {
  if (size / kMostRatio > stream.size())
    return std::nullopt;
  Bytes bytes(size + kSlack);
  if (InflateInto(bytes, stream) != size)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace commitgate
