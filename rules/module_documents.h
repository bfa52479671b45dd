// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/views.h"

namespace commitgate {

/// By name.
using Modules = std::set<std::string_view>;

/// The documents that a commit leaves for its new modules; each is read once.
class ModuleDocuments {
 public:
  /// What there is to know of a document, which may be large.
  struct Document {
    std::string path;
    /// Its first stability index is 1, or a part of it such as 1.2.
    bool is_experimental = false;
    /// Modules that it shows how to load.
    Modules shown = {};
  };

  /// `pattern` is the place of a document, with `*` for the module.  REQUIRES:
  /// all of these outlive this.
  ModuleDocuments(const Changes& changes, const std::string& pattern,
                  const Modules& modules)
      : changes_(changes), pattern_(pattern), modules_(modules) {}

  std::string PathOf(std::string_view module) const;

  /// That at its place, else one of another name that the commit changes and
  /// that shows the module; null where there is none.
  const Document* Find(std::string_view module);

 private:
  const Document* Read(const std::string& path);
  const std::vector<const Document*>& ReadChanged();

  const Changes& changes_;
  const std::string& pattern_;
  const Modules& modules_;
  /// By path; nothing where there is no such document.
  std::map<std::string, std::optional<Document>> read_;
  /// Once asked for.
  std::optional<std::vector<const Document*>> changed_;
};

}  // namespace commitgate
