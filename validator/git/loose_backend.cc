// SPDX-License-Identifier: MIT
#include "validator/git/loose_backend.h"

#include <git2/odb_backend.h>
#include <git2/sys/odb_backend.h>

#include <cstring>
#include <exception>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>

#include "validator/error.h"
#include "validator/git/git2_handle.h"
#include "validator/git/inflate_object.h"
#include "validator/git/loose_object.h"

namespace commitgate {
namespace {

/// zlib counts input in 32 bits.  Commits and policies are far smaller.
constexpr size_t kMaxFile = std::numeric_limits<unsigned>::max();

struct LooseBackend : git_odb_backend {
  std::string folder;
  /// libgit2's own, which is safe as long as it opens no object.
  git_odb_backend* names = nullptr;
};

LooseBackend& Self(git_odb_backend* backend) {
  return *static_cast<LooseBackend*>(backend);
}

/// Runs `read`; no exception may cross libgit2's frames.
template <typename Function>
int Guard(Function read) {
  try {
    return read();
  } catch (const std::exception& error) {
    Git2().error_set_str(GIT_ERROR_ODB, error.what());
    return GIT_ERROR;
  }
}

/// Nothing where there is no such file.
bool ReadObject(const LooseBackend& backend, const git_oid& id, Inflate part,
                LooseObject& object) {
  std::ifstream file(LooseObjectPath(backend.folder, FromGit2(id)),
                     std::ios::binary);
  if (!file)
    return false;
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.size() > kMaxFile)
    throw Error("the object is too large");
  object = InflateObject(bytes, part);
  return true;
}

int Read(void** data, size_t* size, git_object_t* type,
         git_odb_backend* backend, const git_oid* id) {
  return Guard([&]() -> int {
    LooseObject object;
    if (!ReadObject(Self(backend), *id, Inflate::kAll, object))
      return GIT_ENOTFOUND;
    *type = Git2().object_string2type(object.type.c_str());
    *size = object.content.size();
    *data = Git2().odb_backend_data_alloc(backend, *size + 1);
    if (!*data)
      return GIT_ERROR;
    std::memcpy(*data, object.content.c_str(), *size + 1);
    return 0;
  });
}

int ReadHeader(size_t* size, git_object_t* type, git_odb_backend* backend,
               const git_oid* id) {
  return Guard([&]() -> int {
    LooseObject object;
    if (!ReadObject(Self(backend), *id, Inflate::kHeaderOnly, object))
      return GIT_ENOTFOUND;
    *type = Git2().object_string2type(object.type.c_str());
    *size = object.size;
    return 0;
  });
}

int Exists(git_odb_backend* backend, const git_oid* id) {
  git_odb_backend* names = Self(backend).names;
  return names->exists(names, id);
}

int ExistsPrefix(git_oid* found, git_odb_backend* backend,
                 const git_oid* prefix, size_t length) {
  git_odb_backend* names = Self(backend).names;
  return names->exists_prefix(found, names, prefix, length);
}

int ReadPrefix(git_oid* found, void** data, size_t* size, git_object_t* type,
               git_odb_backend* backend, const git_oid* prefix, size_t length) {
  const int code = ExistsPrefix(found, backend, prefix, length);
  return code < 0 ? code : Read(data, size, type, backend, found);
}

void Free(git_odb_backend* backend) {
  git_odb_backend* names = Self(backend).names;
  if (names)
    names->free(names);
  delete &Self(backend);
}

}  // namespace

git_odb_backend* MakeLooseBackend(const std::string& objects_folder) {
  auto backend = std::make_unique<LooseBackend>();
  Must(Git2().odb_init_backend(backend.get(), GIT_ODB_BACKEND_VERSION),
       "making a backend");
  Must(Git2().odb_backend_loose(&backend->names, objects_folder.c_str(), -1, 0,
                                0, 0),
       "opening loose objects");
  backend->folder = objects_folder;
  backend->read = Read;
  backend->read_header = ReadHeader;
  backend->read_prefix = ReadPrefix;
  backend->exists = Exists;
  backend->exists_prefix = ExistsPrefix;
  backend->free = Free;
  return backend.release();
}

}  // namespace commitgate
