// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "tests/validator/git/pack_writer.h"
#include "validator/git/packed_object.h"

using namespace commitgate;
using commitgate::testing::IdOf;

namespace {

/// Writes what the input says: for each entry a type, a base, a size and so
/// many bytes, which are the object or the delta.
class Script {
 public:
  explicit Script(std::string_view data) : data_(data) {}

  bool AddEntry() {
    const unsigned type = TakeByte();
    const unsigned base = TakeByte();
    const std::string_view content = data_.substr(0, TakeByte());
    const ObjectId id = IdOf(static_cast<unsigned char>(offsets_.size()));
    if (type % 8 == 7)
      offsets_.push_back(pack.AddDelta(id, IdOf(base & 0xff), content));
    else if (type % 8 == 6 && !offsets_.empty())
      offsets_.push_back(
          pack.AddDelta(id, offsets_[base % offsets_.size()], content));
    else
      offsets_.push_back(pack.Add(id, static_cast<int>(type % 8), content));
    data_.remove_prefix(content.size());
    return !data_.empty();
  }

  testing::PackWriter pack;

 private:
  unsigned TakeByte() {
    if (data_.empty())
      return 0;
    const auto byte = static_cast<unsigned char>(data_.front());
    data_.remove_prefix(1);
    return byte;
  }

  std::string_view data_;
  std::vector<uint64_t> offsets_;
};

}  // namespace

/// Whatever deltas do to each other, and wherever reading starts: what is read
/// is as long as its header says, and is the same when it is read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  Script script({reinterpret_cast<const char*>(bytes), size});
  while (script.AddEntry()) {
  }
  const std::string pack = script.pack.Pack();
  const std::string index_file = script.pack.Index();
  const auto index = PackIndex::Parse(index_file);
  if (!index)
    std::abort();
  BaseCache bases;
  const PackView view{pack, *index, bases};
  for (uint64_t offset = 0; offset <= pack.size(); ++offset) {
    const auto object = ReadPackedObject(view, offset);
    const auto header = ReadPackedHeader(view, offset);
    if (object && (!header || header->size != object->content.size()))
      std::abort();
    const auto again = ReadPackedObject(view, offset);
    if (again.has_value() != object.has_value() ||
        (again && again->content != object->content))
      std::abort();
  }
  return 0;
}
