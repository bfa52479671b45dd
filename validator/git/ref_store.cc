// SPDX-License-Identifier: MIT
#include "validator/git/ref_store.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "validator/error.h"
#include "validator/git/loose_ref.h"
#include "validator/git/open_file.h"
#include "validator/git/packed_refs.h"
#include "validator/git/ref_name.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// Git follows symbolic refs as far.
constexpr int kMaxDepth = 5;

/// `HEAD` and its like, which are not below `refs`.
bool IsPseudoRefName(std::string_view name) {
  const auto is_usual = [](char c) {
    return (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && std::ranges::all_of(name, is_usual);
}

/// Each work tree has its own of these (git-worktree(1)).
bool IsOfWorkTree(std::string_view name) {
  return !name.starts_with("refs/") || name.starts_with("refs/bisect/") ||
         name.starts_with("refs/worktree/") ||
         name.starts_with("refs/rewritten/");
}

struct NamedLooseRef {
  std::string name;
  LooseRef value;
};

/// Adds the loose refs in `folder`, whose name is `prefix`.
void AddLooseRefs(const fs::path& folder, const std::string& prefix,
                  std::vector<NamedLooseRef>& refs) {
  std::error_code failure;
  std::error_code ignored;
  fs::directory_iterator entries(folder, failure);
  // Git removes folders that have become empty.
  if (failure == std::errc::no_such_file_or_directory)
    return;
  for (; !failure && entries != fs::directory_iterator();
       entries.increment(failure)) {
    const fs::path& path = entries->path();
    const std::string name = prefix + "/" + path.filename().string();
    if (fs::is_directory(path, ignored)) {
      AddLooseRefs(path, name, refs);
      continue;
    }
    // Lock files, and what somebody left there: git does not see them either.
    if (!IsRefName(name))
      continue;
    if (auto value = ReadLooseRef(path))
      refs.push_back({name, *std::move(value)});
  }
  if (failure)
    throw Error(fmt::format("reading the refs in '{}': {}", folder.string(),
                            failure.message()));
}

}  // namespace

/// Where a name leads to through symbolic refs.
struct RefStore::End {
  std::string name;
  std::optional<ObjectId> target;
};

RefStore::RefStore(fs::path git_dir, fs::path common_dir)
    : git_dir_(std::move(git_dir)), common_dir_(std::move(common_dir)) {}

/// Nothing where the name is none.
std::optional<std::string> RefStore::FileOf(const std::string& name) const {
  if (!IsRefName(name) && !IsPseudoRefName(name))
    return std::nullopt;
  return (IsOfWorkTree(name) ? git_dir_ : common_dir_) / name;
}

RefStore::End RefStore::FindEnd(const std::string& name) const {
  End end{name, std::nullopt};
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const auto file = FileOf(end.name);
    if (!file && depth > 0)
      throw Error(fmt::format(
          "reading ref '{}': it is symbolic, but '{}' is no name of a ref",
          name, Printable(end.name)));
    if (!file)
      return end;
    const auto loose = ReadLooseRef(*file);
    if (!loose) {
      const MappedFile packed(common_dir_ / "packed-refs");
      end.target = FindPackedRef(packed.content(), end.name);
      return end;
    }
    if (const auto* id = std::get_if<ObjectId>(&*loose)) {
      end.target = *id;
      return end;
    }
    end.name = std::get<SymbolicTarget>(*loose).name;
  }
  throw Error(
      fmt::format("reading ref '{}': it is symbolic too many times", name));
}

std::optional<ObjectId> RefStore::Read(const std::string& name) const {
  return FindEnd(name).target;
}

std::string RefStore::Follow(const std::string& name) const {
  return FindEnd(name).name;
}

std::vector<Ref> RefStore::ReadAll() const {
  // Git writes packed-refs before it removes what it has packed.
  std::vector<NamedLooseRef> loose;
  AddLooseRefs(common_dir_ / "refs", "refs", loose);
  const MappedFile file(common_dir_ / "packed-refs");
  std::vector<Ref> packed = ParsePackedRefs(file.content());

  std::ranges::sort(loose, {}, &NamedLooseRef::name);
  std::ranges::sort(packed, {}, &Ref::name);
  std::erase_if(packed, [&](const Ref& ref) {
    return !IsRefName(ref.name) ||
           std::ranges::binary_search(loose, ref.name, {},
                                      &NamedLooseRef::name);
  });
  std::vector<Ref> refs;
  for (NamedLooseRef& ref : loose)
    if (const auto* id = std::get_if<ObjectId>(&ref.value))
      refs.push_back({std::move(ref.name), *id});
  std::vector<Ref> all;
  all.reserve(refs.size() + packed.size());
  std::ranges::merge(refs, packed, std::back_inserter(all), {}, &Ref::name,
                     &Ref::name);
  return all;
}

}  // namespace commitgate
