// SPDX-License-Identifier: MIT
#include "rules/module_documents.h"

#include <algorithm>

#include "validator/message/ascii.h"

namespace commitgate {
namespace {

/// Documents of other names that are looked through.
constexpr size_t kMaxChanged = 60;

/// Whether `path` is `pattern` with something in the place of its `*`.
bool IsDocument(std::string_view path, std::string_view pattern) {
  const size_t star = pattern.find('*');
  return star != pattern.npos && path.size() >= pattern.size() &&
         path.starts_with(pattern.substr(0, star)) &&
         path.ends_with(pattern.substr(star + 1));
}

/// Whether the first index in a document is 1, or a part of it such as 1.2.
bool SaysExperimental(std::string_view text) {
  constexpr std::string_view kIndex = "Stability: ";
  const size_t at = text.find(kIndex);
  if (at == text.npos)
    return false;
  const std::string_view index = text.substr(at + kIndex.size());
  return index.starts_with('1') && (index.size() == 1 || !IsDigit(index[1]));
}

/// Those of `modules` that stand in `text` in single quotes, as they are
/// loaded; looks at it once, however many there are.
Modules ShownIn(std::string_view text, const Modules& modules) {
  constexpr std::string_view kScheme = "node:";
  Modules shown;
  size_t at = text.find('\'');
  while (at != text.npos) {
    const size_t end = text.find('\'', at + 1);
    if (end == text.npos)
      return shown;
    std::string_view word = text.substr(at + 1, end - at - 1);
    if (word.starts_with(kScheme))
      word.remove_prefix(kScheme.size());
    if (const auto module = modules.find(word); module != modules.end())
      shown.insert(*module);
    at = end;
  }
  return shown;
}

}  // namespace

using Document = ModuleDocuments::Document;

std::string ModuleDocuments::PathOf(std::string_view module) const {
  std::string path = pattern_;
  if (const size_t star = path.find('*'); star != path.npos)
    path.replace(star, 1, module);
  return path;
}

const Document* ModuleDocuments::Find(std::string_view module) {
  if (const Document* const own = Read(PathOf(module)))
    return own;
  for (const Document* const other : ReadChanged())
    if (other->shown.contains(module))
      return other;
  return nullptr;
}

const Document* ModuleDocuments::Read(const std::string& path) {
  const auto [at, is_new] = read_.try_emplace(path);
  std::optional<Document>& document = at->second;
  if (is_new)
    if (const auto text = changes_.After(path))
      document = {path, SaysExperimental(*text), ShownIn(*text, modules_)};
  return document ? &*document : nullptr;
}

const std::vector<const Document*>& ModuleDocuments::ReadChanged() {
  if (changed_)
    return *changed_;
  changed_.emplace();
  size_t count = 0;
  for (const ChangedPath& changed : changes_.paths()) {
    if (!IsDocument(changed.path, pattern_))
      continue;
    if (++count > kMaxChanged)
      break;
    if (const Document* const document = Read(changed.path))
      changed_->push_back(document);
  }
  return *changed_;
}

}  // namespace commitgate
