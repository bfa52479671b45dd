// SPDX-License-Identifier: MIT
#include "validator/git/git2_functions.h"

#include <dlfcn.h>
#include <fmt/core.h>

#include <string>

#include "validator/error.h"
#include "validator/git/git2_handle.h"

namespace commitgate {
namespace {

/// The version whose headers the program was compiled with: no other one has
/// the same structures for certain.
constexpr char kLibrary[] = "libgit2.so." LIBGIT2_SOVERSION;

std::string Reason() {
  const char* reason = dlerror();
  return reason ? reason : "unknown reason";
}

void* Load() {
  void* library = dlopen(kLibrary, RTLD_LAZY | RTLD_LOCAL);
  if (!library)
    throw Error(fmt::format("loading {}: {}", kLibrary, Reason()));
  return library;
}

/// The pointer to a function of the library.
template <typename Pointer>
Pointer Find(void* library, const char* name) {
  void* const symbol = dlsym(library, name);
  if (!symbol)
    throw Error(fmt::format("loading {}: {}", kLibrary, Reason()));
  return reinterpret_cast<Pointer>(symbol);
}

Git2Functions FindAll(void* library) {
  return {
#define COMMITGATE_FIND(name) \
  .name = Find<decltype(&::git_##name)>(library, "git_" #name),
      COMMITGATE_GIT2_FUNCTIONS(COMMITGATE_FIND)
#undef COMMITGATE_FIND
  };
}

void Initialise(const Git2Functions& git2) {
  if (git2.libgit2_init() < 0)
    throw Error("initialising libgit2: " + Git2Reason(git2));
  // What the user has configured changes no verdict, and on a server the user
  // can be whoever pushes.
  for (const int level : {GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG})
    git2.libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
  // Git protects its user from commands that a stranger's configuration names.
  // Here objects are read and nothing is run, and libgit2 would call such a
  // repository missing.
  git2.libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  // Git does not hash what it reads either.
  git2.libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  // Each object is read once.
  git2.libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
}

Git2Functions LoadAndInitialise() {
  const Git2Functions git2 = FindAll(Load());
  Initialise(git2);
  return git2;
}

}  // namespace

const Git2Functions& Git2() {
  static const Git2Functions functions = LoadAndInitialise();
  return functions;
}

}  // namespace commitgate
