// SPDX-License-Identifier: MIT
#include "tests/hooks/project/project_repository.h"

#include <fmt/core.h>

#include <filesystem>

#include "tests/support/process.h"
#include "validator/message/ascii.h"

namespace commitgate::testing {
namespace {

std::string Section(const std::string& title,
                    const std::vector<std::string>& logins) {
  std::string text = "### " + title + "\n\n";
  for (const std::string& login : logins) {
    std::string name = login;
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    text += fmt::format(
        "* [{0}](https://github.com/{0}) -\n**{1}** "
        "&lt;{0}@example.com&gt;\n",
        login, name);
  }
  return text + "\n";
}

}  // namespace

ProjectRepository::ProjectRepository() {
  Git({"init", "-q", "-b", "main"});
}

ObjectId ProjectRepository::Add(const std::string& name,
                                const std::string& message,
                                const std::vector<std::string>& parents,
                                const Files& files) {
  const std::string index = folder_ / ".git/test-index";
  std::filesystem::remove(index);
  std::string lines;
  for (const auto& [path, content] : files)
    lines += fmt::format("100644 {}\t{}\n",
                         Git({"hash-object", "-w", "--stdin"}, content), path);
  ProcessOptions options{.directory = path(), .input = lines};
  options.environment = {{"GIT_INDEX_FILE", index}};
  Run({"git", "update-index", "--index-info"}, options);
  const std::string tree =
      Run({"git", "write-tree"}, options).out.substr(0, 40);
  std::vector<std::string> arguments{"commit-tree", tree};
  for (const std::string& parent : parents)
    arguments.insert(arguments.end(), {"-p", names_.at(parent).Hex()});
  return names_[name] = ObjectId::FromHex(Git(arguments, message)).value();
}

const ObjectId& ProjectRepository::operator[](const std::string& name) const {
  return names_.at(name);
}

void ProjectRepository::SetRef(const std::string& ref,
                               const std::string& name) const {
  Git({"update-ref", ref, names_.at(name).Hex()});
}

void ProjectRepository::Write(std::string_view path,
                              std::string_view content) const {
  folder_.Write(path, content);
}

std::string ProjectRepository::Git(const std::vector<std::string>& arguments,
                                   std::string_view input) const {
  return testing::Git(path(), arguments, input);
}

Commit ProjectRepository::Read(const std::string& name) const {
  const ObjectId& id = names_.at(name);
  return ParseStoredCommit(id.Hex(), Open().ReadCommit(id));
}

std::string ReadmeOf(const std::vector<std::string>& collaborators,
                     const std::vector<std::string>& emeriti) {
  std::string text = "# Node.js\n\n" + Section("Collaborators", collaborators);
  if (!emeriti.empty())
    text += Section("Collaborator Emeriti", emeriti);
  return text;
}

}  // namespace commitgate::testing
