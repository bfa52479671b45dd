// SPDX-License-Identifier: MIT
#include "tests/hooks/push/pushed_repository.h"

#include <fmt/core.h>

#include <filesystem>
#include <utility>

#include "rules/catalog.h"
#include "tests/support/process.h"
#include "validator/engine/load_policy.h"
#include "validator/git/loose_object.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kFewRules = R"(extends = "none"
[rules.title-length]
level = "error"
max = 20
prefer = 15
)";

void ReplaceAll(std::string& text, std::string_view old,
                std::string_view replacement) {
  for (size_t at = text.find(old); at != text.npos;
       at = text.find(old, at + replacement.size()))
    text.replace(at, old.size(), replacement);
}

}  // namespace

Policy PolicyOf(std::string_view toml) {
  return LoadPolicy("p.toml", std::string(kFewRules).append(toml),
                    {Catalog(), Presets(), {}});
}

PushedRepository::PushedRepository() {
  Git({"init", "-q", "--bare"});
  Name("tree", Git({"mktree"}));
}

ObjectId PushedRepository::Commit(const std::string& name,
                                  std::string_view message,
                                  const std::vector<std::string>& parents) {
  std::string object = "tree " + names_.at("tree").Hex() + "\n";
  for (const std::string& parent : parents)
    object += "parent " + names_.at(parent).Hex() + "\n";
  for (const char* who : {"author", "committer"})
    object += fmt::format("{} A U Thor <author@example.com> {} +0000\n", who,
                          1'700'000'000 + names_.size());
  object.append("\n").append(message);
  return Name(
      name, Git({"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
                object));
}

ObjectId PushedRepository::Good(const std::string& name,
                                const std::vector<std::string>& parents,
                                int pr) {
  std::string message = fmt::format("doc: {}\n", name);
  if (pr != 0)
    message +=
        fmt::format("\nPR-URL: https://github.com/nodejs/node/pull/{}\n", pr);
  return Commit(name, message, parents);
}

ObjectId PushedRepository::Bad(const std::string& name,
                               const std::vector<std::string>& parents) {
  return Commit(name, fmt::format("doc: a title too long, {}\n", name),
                parents);
}

const ObjectId& PushedRepository::operator[](const std::string& name) const {
  return names_.at(name);
}

void PushedRepository::SetRef(const std::string& ref,
                              const std::string& name) const {
  Git({"update-ref", ref, names_.at(name).Hex()});
}

void PushedRepository::CutOffAt(const std::string& name) const {
  folder_.Write("shallow", names_.at(name).Hex() + "\n");
}

std::string PushedRepository::Git(const std::vector<std::string>& arguments,
                                  std::string_view input) const {
  return testing::Git(path(), arguments, input);
}

void PushedRepository::MoveTo(const std::string& folder,
                              const std::string& name) const {
  const std::string from =
      LooseObjectPath(path() + "/objects", names_.at(name));
  const std::string to = LooseObjectPath(folder, names_.at(name));
  std::filesystem::create_directories(std::filesystem::path(to).parent_path());
  std::filesystem::rename(from, to);
}

Repository PushedRepository::Open(const Quarantine& quarantine) const {
  return Repository::OpenForHook(path(), quarantine);
}

ObjectId PushedRepository::Name(const std::string& name, std::string_view hex) {
  return names_[name] = ObjectId::FromHex(hex).value();
}

std::string PushedRepository::Named(std::string text) const {
  for (const auto& [name, id] : names_) {
    ReplaceAll(text, id.Hex(), '<' + name + '>');
    ReplaceAll(text, id.Hex().substr(0, 12), '<' + name + '>');
  }
  return text;
}

std::vector<Candidate> PassedGates(const PushedRepository& repository,
                                   const Policy& policy,
                                   const std::vector<Push>& pushes,
                                   const GateSetting& setting) {
  const auto id = [&](const std::string& name) {
    return name.empty() ? std::nullopt : std::optional(repository[name]);
  };
  std::vector<Candidate> candidates;
  for (const Push& push : pushes)
    candidates.push_back({.update = {push.ref, id(push.from), id(push.to)},
                          .policy = policy.push.Find(push.ref)});
  const Repository opened = repository.Open(setting.quarantine);
  PassGates(candidates, {.repository = opened,
                         .policy = policy,
                         .identity = setting.identity,
                         .judges_messages = setting.judges_messages,
                         .is_late = setting.is_late,
                         .known_ancestors = setting.known_ancestors});
  return candidates;
}

Lines Gates(const PushedRepository& repository, const Policy& policy,
            const std::vector<Push>& pushes, const GateSetting& setting) {
  Lines lines;
  const auto add = [&](const char* mark, const Remark& remark) {
    lines.push_back(mark + repository.Named(remark.what));
    for (const std::string& more : remark.more)
      lines.push_back("    " + repository.Named(more));
  };
  for (const Candidate& candidate :
       PassedGates(repository, policy, pushes, setting)) {
    lines.push_back(repository.Named(candidate.update.ref));
    for (const Remark& remark : candidate.refusals)
      add("- ", remark);
    for (const Remark& remark : candidate.warnings)
      add("? ", remark);
  }
  return lines;
}

}  // namespace commitgate::testing
