// SPDX-License-Identifier: MIT
//
// What it costs to read this project's own repository, a commit each.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <vector>

#include "tests/bench/functions/groups.h"
#include "validator/git/changed_paths.h"
#include "validator/git/walk.h"

namespace commitgate::bench {
namespace {

constexpr size_t kMostCommits = 500;

Repository OpenHere() {
  return Repository::Open(".", "");
}

std::vector<ObjectId> NewestCommits(const Repository& repository) {
  std::vector<ObjectId> commits;
  CommitWalk walk(repository, {repository.ResolveCommit("HEAD")}, {});
  while (commits.size() < kMostCommits) {
    auto step = walk.Next();
    if (!step)
      break;
    commits.push_back(step->id);
  }
  return commits;
}

/// Tells the time of one commit.
void CountCommits(benchmark::State& state, size_t commits) {
  state.SetItemsProcessed(static_cast<int64_t>(commits) *
                          static_cast<int64_t>(state.iterations()));
}

void ReadCommits(benchmark::State& state) {
  const Repository repository = OpenHere();
  const auto commits = NewestCommits(repository);
  for (auto _ : state)
    for (const ObjectId& id : commits)
      benchmark::DoNotOptimize(repository.ReadCommit(id));
  CountCommits(state, commits.size());
}

void WalkCommits(benchmark::State& state) {
  const Repository repository = OpenHere();
  const auto commits = NewestCommits(repository);
  for (auto _ : state)
    benchmark::DoNotOptimize(NewestCommits(repository));
  CountCommits(state, commits.size());
}

void CompareTrees(benchmark::State& state) {
  const Repository repository = OpenHere();
  const auto commits = NewestCommits(repository);
  for (auto _ : state)
    for (const ObjectId& id : commits)
      benchmark::DoNotOptimize(ChangedPaths(repository, id));
  CountCommits(state, commits.size());
}

}  // namespace

void AddRepositories() {
  // Sources without their history can be measured, too.
  if (!std::filesystem::exists(".git"))
    return;
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("a stored commit/read it", ReadCommits);
  RegisterBenchmark("a stored commit/come to it, and read it", WalkCommits);
  RegisterBenchmark("a stored commit/find what it changes", CompareTrees);
}

}  // namespace commitgate::bench
