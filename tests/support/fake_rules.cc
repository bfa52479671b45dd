// SPDX-License-Identifier: MIT
#include "tests/support/fake_rules.h"

#include <utility>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

using Kind = Option::Kind;

constexpr Option kAlphaOptions[] = {
    {"max", Kind::kNumber, "72", "a number"},
    {"mode", Kind::kChoice, "soft", "a choice", "soft hard"},
    {"names", Kind::kNames, "b a", "a list"},
    {"match", Kind::kPattern, "", "a pattern"},
};

constexpr Option kGammaOptions[] = {
    {"left", Kind::kNames, "", "a list"},
    {"right", Kind::kNames, "", "another list"},
};

void SayNothing(const Context&, const Settings&, Reporter&) {}

void FindInEachLine(const Context& context, const Settings&,
                    Reporter& reporter) {
  for (const Line& line : context.message().lines)
    reporter.Error({{line.number, 2, 1}, "beta says error"});
  reporter.Warning({{}, "beta says warning"});
}

void FindInTitle(const Context&, const Settings&, Reporter& reporter) {
  reporter.Error({{}, "gamma says error"});
}

void GiveUp(const Context&, const Settings&, Reporter& reporter) {
  reporter.GiveUp("too hard");
}

constexpr Rule kAlpha = {
    .id = "alpha",
    .summary = "",
    .why = "",
    .options = kAlphaOptions,
    .check = SayNothing,
};
constexpr Rule kBeta = {
    .id = "beta",
    .summary = "",
    .why = "",
    .check = FindInEachLine,
};
constexpr Rule kDelta = {
    .id = "delta",
    .summary = "",
    .why = "",
    .check = GiveUp,
};
constexpr Rule kGamma = {
    .id = "gamma",
    .summary = "",
    .why = "",
    .landing_only = true,
    .options = kGammaOptions,
    .check = FindInTitle,
};

constexpr const Rule* kRules[] = {&kAlpha, &kBeta, &kDelta, &kGamma};

constexpr Preset kPresets[] = {
    {"base", "[rules]\nalpha = \"error\"\nbeta = \"warning\"\n"},
    {"nodejs", "extends = \"base\"\n"},
};

}  // namespace

std::span<const Rule* const> FakeRules() {
  return kRules;
}

std::span<const Preset> FakePresets() {
  return kPresets;
}

PolicyContext FakeContext() {
  return {FakeRules(), FakePresets(), {}};
}

PolicyContext FakeContext(std::map<std::string, std::string> files) {
  const auto read = [files = std::move(files)](const std::string& path) {
    const auto file = files.find(path);
    if (file == files.end())
      throw Error("reading '" + path + "': no such file");
    return file->second;
  };
  return {FakeRules(), FakePresets(), read};
}

Policy FakePolicy(std::string_view toml) {
  return LoadPolicy("p.toml", toml, FakeContext());
}

std::string PolicyError(std::string_view toml, const PolicyContext& context) {
  try {
    LoadPolicy("p.toml", toml, context);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace commitgate::testing
