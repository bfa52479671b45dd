// SPDX-License-Identifier: MIT
#include "validator/engine/load_policy.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "validator/engine/group_layer.h"
#include "validator/engine/packed_toml.h"
#include "validator/engine/pattern_layer.h"
#include "validator/engine/people_layer.h"
#include "validator/engine/policy_file.h"
#include "validator/engine/policy_words.h"
#include "validator/engine/ref_layer.h"
#include "validator/engine/rule_layer.h"
#include "validator/engine/server_layer.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using Path = std::filesystem::path;

constexpr std::string_view kDefaultPreset = "nodejs";
constexpr size_t kMaxLayers = 8;
constexpr std::string_view kKeys[] = {
    "extends", "rules",  "patterns", "exempt",   "exemptions",
    "refs",    "groups", "limits",   "identity", "ledger",
    "output",  "roster", "owners"};

/// One of the policies that extend one another.
struct Layer {
  PolicyFile file;
  bool is_preset = false;
  /// Of a file, as seen from the folder of the first one.
  Path path;

  bool operator==(const Layer& other) const {
    return is_preset == other.is_preset && file.source() == other.file.source();
  }
};

/// Follows `extends` from a policy to the one that extends nothing.
class Layers {
 public:
  Layers(const PolicyContext& context, Path folder, Layer first)
      : context_(context), folder_(std::move(folder)) {
    Push(std::move(first));
    while (auto base = Base(layers_.back()))
      Push(std::move(*base));
  }

  Policy Apply() const;

 private:
  void ApplyPush(const PolicyFile& file, PushPolicy& policy) const;
  void Push(Layer layer);
  std::optional<Layer> Base(const Layer& layer) const;
  Layer MakeLayer(const Layer& layer, const TomlPlace& place,
                  std::string_view name) const;
  Path PathOf(const Layer& layer, const TomlPlace& place,
              std::string_view name) const;
  std::string Read(const Layer& layer, const TomlPlace& place,
                   const std::string& path) const;
  void RefuseEndless(const Layer& layer, const TomlPlace& place,
                     const Layer& base) const;

  const PolicyContext& context_;
  Path folder_;
  std::vector<Layer> layers_;
};

const Preset* FindPreset(std::string_view name, const PolicyContext& context) {
  const auto preset = std::ranges::find(context.presets, name, &Preset::name);
  return preset == context.presets.end() ? nullptr : &*preset;
}

std::vector<std::string_view> PresetNames(const PolicyContext& context) {
  std::vector<std::string_view> names;
  for (const Preset& preset : context.presets)
    names.push_back(preset.name);
  return names;
}

PolicyFile ReadPreset(const Preset& preset) {
  std::string name(preset.name);
  if (preset.packed.empty())
    return PolicyFile(std::move(name), preset.toml);
  return PolicyFile(std::move(name), UnpackToml(preset.packed));
}

Layer MakePresetLayer(const Preset& preset) {
  return {ReadPreset(preset), true, {}};
}

bool LooksLikeFile(std::string_view name) {
  return name.find_first_of("./") != name.npos;
}

void Layers::Push(Layer layer) {
  layer.file.AllowKeys(layer.file.root(), kKeys);
  layers_.push_back(std::move(layer));
}

std::optional<Layer> Layers::Base(const Layer& layer) const {
  const TomlEntry* const extends = layer.file.root().Find("extends");
  std::string_view name = layer.is_preset ? kExtendsNothing : kDefaultPreset;
  TomlPlace place = layer.file.root().place;
  if (extends != nullptr) {
    name = layer.file.TextThatIsNotEmpty(*extends);
    place = extends->value.place;
  }
  if (name == kExtendsNothing)
    return std::nullopt;
  Layer base = MakeLayer(layer, place, name);
  RefuseEndless(layer, place, base);
  return base;
}

Layer Layers::MakeLayer(const Layer& layer, const TomlPlace& place,
                        std::string_view name) const {
  if (const Preset* const preset = FindPreset(name, context_))
    return MakePresetLayer(*preset);
  if (!LooksLikeFile(name))
    layer.file.RefuseUnknown(place, "unknown preset", name,
                             PresetNames(context_));
  Path path = PathOf(layer, place, name);
  const std::string source = (folder_ / path).string();
  return {PolicyFile(source, Read(layer, place, source)), false,
          std::move(path)};
}

// Only as far as the names tell: where a symbolic link leads is for whoever
// reads the file.
Path Layers::PathOf(const Layer& layer, const TomlPlace& place,
                    std::string_view name) const {
  if (!context_.read_file || layer.is_preset)
    layer.file.Refuse(
        place, fmt::format("'{}' cannot be extended: this policy may extend "
                           "a preset, but no file",
                           name));
  Path path = (layer.path.parent_path() / name).lexically_normal();
  if (path.is_absolute() || *path.begin() == "..")
    layer.file.Refuse(
        place,
        fmt::format("'{}' is outside of the folder of the policy", name));
  return path;
}

std::string Layers::Read(const Layer& layer, const TomlPlace& place,
                         const std::string& path) const {
  try {
    return context_.read_file(path);
  } catch (const Error& error) {
    layer.file.Refuse(place,
                      fmt::format("cannot be extended: {}", error.what()));
  }
}

void Layers::RefuseEndless(const Layer& layer, const TomlPlace& place,
                           const Layer& base) const {
  if (std::ranges::find(layers_, base) != layers_.end())
    layer.file.Refuse(place, fmt::format("'{}' extends itself in the end",
                                         base.file.source()));
  if (layers_.size() == kMaxLayers)
    layer.file.Refuse(
        place,
        fmt::format("more than {} policies extend one another", kMaxLayers));
}

/// All rules are off.
Policy MakePolicy(std::string name, const PolicyContext& context) {
  Policy policy;
  policy.name = std::move(name);
  policy.rules.reserve(context.catalog.size());
  for (const Rule* const rule : context.catalog)
    policy.rules.push_back({.rule = rule, .settings = Settings(rule->options)});
  return policy;
}

void Layers::ApplyPush(const PolicyFile& file, PushPolicy& policy) const {
  ApplyRefs(file, PresetNames(context_), policy);
  ApplyGroups(file, policy);
  ApplyServer(file, policy);
}

Policy Layers::Apply() const {
  Policy policy = MakePolicy(layers_.front().file.source(), context_);
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    ApplyRules(layer->file, policy);
    ApplyExemptions(layer->file, policy);
    ApplyPatterns(layer->file, policy);
    ApplyExempt(layer->file, policy);
    ApplyPeople(layer->file, policy.people);
    ApplyPush(layer->file, policy.push);
  }
  PutMailmapBesideRoster(policy.people);
  policy.push.roster_groups = GroupsOf(policy.people);
  for (const Layer& layer : layers_) {
    CheckRefs(layer.file, policy.push);
    CheckServer(layer.file, policy.push);
  }
  return policy;
}

}  // namespace

Policy LoadPolicy(const std::string& source, std::string_view toml,
                  const PolicyContext& context) {
  const Path path(source);
  Layer layer = {PolicyFile(source, toml), false, path.filename()};
  return Layers(context, path.parent_path(), std::move(layer)).Apply();
}

Policy LoadPreset(std::string_view name, const PolicyContext& context) {
  const Preset* const preset = FindPreset(name, context);
  if (preset == nullptr)
    throw Error(fmt::format("loading the policy: unknown preset '{}'{}", name,
                            DidYouMean(name, PresetNames(context))));
  return Layers(context, {}, MakePresetLayer(*preset)).Apply();
}

}  // namespace commitgate
