// SPDX-License-Identifier: MIT
#include "validator/git/loose_ref.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "validator/error.h"
#include "validator/git/open_file.h"
#include "validator/git/ref_name.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kSymbolic = "ref:";
constexpr size_t kIdSize = 40;
/// More than any name of a ref that a file system takes.
constexpr size_t kMaxSize = 8192;

[[noreturn]] void Fail(const std::string& path, std::string_view reason) {
  throw Error(fmt::format("reading ref '{}': {}", path, reason));
}

/// What a link leads to, if that is the name of a ref.
std::optional<SymbolicTarget> ReadLink(const std::string& path) {
  std::array<char, kMaxSize> target;
  const ssize_t size = readlink(path.c_str(), target.data(), target.size());
  if (size < 0)
    return std::nullopt;
  const std::string_view name(target.data(), size);
  if (!IsRefName(name))
    return std::nullopt;
  return SymbolicTarget{std::string(name)};
}

std::string ReadContent(const OpenFile& file, const std::string& path) {
  std::string content(kMaxSize, '\0');
  const ssize_t size = read(file.fd(), content.data(), content.size());
  if (size < 0)
    Fail(path, std::strerror(errno));
  content.resize(size);
  return content;
}

LooseRef Parse(std::string_view content, const std::string& path) {
  if (content.starts_with(kSymbolic))
    return SymbolicTarget{std::string(Trim(content.substr(kSymbolic.size())))};
  const auto id = ObjectId::FromHex(content.substr(0, kIdSize));
  const bool ends = content.size() <= kIdSize || IsSpace(content[kIdSize]);
  if (!id || !ends)
    Fail(path, "the file is broken: it holds neither an object id nor 'ref: '");
  return *id;
}

}  // namespace

std::optional<LooseRef> ReadLooseRef(const std::string& path) {
  if (auto target = ReadLink(path))
    return *std::move(target);
  const OpenFile file(path);
  if (file.failure() == ENOENT || file.failure() == ENOTDIR ||
      file.failure() == ENAMETOOLONG)
    return std::nullopt;
  if (file.failure() != 0)
    Fail(path, std::strerror(file.failure()));
  // Refs may have been below one of the same name.
  if (S_ISDIR(file.stat().st_mode))
    return std::nullopt;
  if (!S_ISREG(file.stat().st_mode))
    Fail(path, "it is no file");
  return Parse(ReadContent(file, path), path);
}

}  // namespace commitgate
