// SPDX-License-Identifier: MIT
#include "tests/validator/git/history.h"

#include <fmt/core.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "tests/support/process.h"

namespace commitgate::testing {
namespace {

/// With a tag for each commit, or all on one branch that jumps about.
std::string ImportStream(const std::vector<Planned>& commits, bool with_tags) {
  std::map<std::string, size_t> marks;
  std::string stream;
  for (const Planned& commit : commits) {
    const size_t mark = marks.size() + 1;
    marks[commit.name] = mark;
    const std::string ref =
        with_tags ? "refs/tags/" + commit.name : "refs/heads/all";
    stream += fmt::format(
        "reset {0}\ncommit {0}\nmark :{1}\n"
        "committer C O Mitter <committer@example.com> {2} +0000\n"
        "data {3}\n{4}\n",
        ref, mark, commit.date, commit.name.size(), commit.name);
    const char* verb = "from";
    for (const std::string& parent : commit.parents) {
      stream += fmt::format("{} :{}\n", verb, marks.at(parent));
      verb = "merge";
    }
  }
  return stream;
}

std::string MessageOf(const CommitWalk::Step& step) {
  const std::string_view object = View(step.object);
  const size_t headers_end = object.find("\n\n");
  if (headers_end == object.npos)
    return "?";
  return std::string(object.substr(headers_end + 2));
}

}  // namespace

History::History(const std::vector<Planned>& commits, Storage storage) {
  const bool is_loose = storage == Storage::kLoose;
  Git({"init", "-q"});
  Git({"-c",
       is_loose ? "fastimport.unpackLimit=100000" : "fastimport.unpackLimit=1",
       "-c", "core.fsync=none", "fast-import", "--quiet",
       "--export-marks=" + (folder_ / "marks")},
      ImportStream(commits, is_loose));
  std::istringstream marks(ReadFile(folder_ / "marks"));
  for (std::string mark, id; marks >> mark >> id;) {
    const size_t number = std::stoul(mark.substr(1));
    ids_[commits.at(number - 1).name] = ObjectId::FromHex(id).value();
  }
  std::filesystem::remove(folder_ / "marks");
}

std::string History::Git(const std::vector<std::string>& arguments,
                         std::string_view input) const {
  return testing::Git(path(), arguments, input);
}

ObjectId History::CommitInto(const std::string& quarantine,
                             const std::string& parent) const {
  const Result made = Run(
      {"git", "commit-tree", "-m", "new", "-p", parent, parent + "^{tree}"},
      {.directory = path(),
       .environment = {
           {"GIT_OBJECT_DIRECTORY", quarantine},
           {"GIT_ALTERNATE_OBJECT_DIRECTORIES", path() + "/.git/objects"}}});
  return ObjectId::FromHex(made.out.substr(0, 40)).value();
}

std::string History::ObjectFile(const std::string& revision) const {
  const std::string id = Git({"rev-parse", revision});
  return path() + "/.git/objects/" + id.substr(0, 2) + "/" + id.substr(2);
}

std::vector<CommitWalk::Step> Visit(const std::string& path,
                                    const Names& revisions) {
  const Repository repository = Repository::Open(path, "");
  std::vector<ObjectId> tips;
  std::vector<ObjectId> hidden;
  for (const std::string& revision : revisions) {
    if (revision.starts_with('^'))
      hidden.push_back(repository.ResolveCommit(revision.substr(1)));
    else
      tips.push_back(repository.ResolveCommit(revision));
  }
  CommitWalk walk(repository, tips, hidden);
  std::vector<CommitWalk::Step> steps;
  while (auto step = walk.Next())
    steps.push_back(*std::move(step));
  return steps;
}

Names Walk(const std::string& path, const Names& revisions) {
  Names names;
  for (const CommitWalk::Step& step : Visit(path, revisions)) {
    names.push_back(MessageOf(step));
    if (step.cut_off)
      names.back() += " (cut off)";
    if (!step.error.empty())
      names.back() += " " + step.error;
  }
  return names;
}

Names RevList(const std::string& path, const Names& revisions) {
  Names arguments{"rev-list", "--format=%s", "--no-commit-header"};
  arguments.insert(arguments.end(), revisions.begin(), revisions.end());
  std::istringstream lines(Git(path, arguments));
  Names names;
  for (std::string line; std::getline(lines, line);)
    names.push_back(std::move(line));
  return names;
}

}  // namespace commitgate::testing
