// SPDX-License-Identifier: MIT
#include "validator/engine/pattern.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

#include <fmt/core.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace commitgate {
namespace {

constexpr uint32_t kCompileOptions = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF |
                                     PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C;

// The match limit holds for each place where a match may start, so that it has
// to shrink with the number of those places.
constexpr size_t kSteps = 100'000'000;
constexpr uint32_t kMaxStepsFromOnePlace = 1'000'000;
// JIT has a stack of its own instead of these two.
constexpr uint32_t kMaxDepth = 100'000;
constexpr uint32_t kMaxHeapKibibytes = 16 * 1024;
constexpr size_t kFirstJitStack = 32 * 1024;
constexpr size_t kMaxJitStack = 1024 * 1024;

template <auto free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    free(object);
  }
};

using CodeHandle = std::unique_ptr<pcre2_code, Deleter<pcre2_code_free>>;
using CompileContextHandle =
    std::unique_ptr<pcre2_compile_context, Deleter<pcre2_compile_context_free>>;
using MatchContextHandle =
    std::unique_ptr<pcre2_match_context, Deleter<pcre2_match_context_free>>;
using MatchDataHandle =
    std::unique_ptr<pcre2_match_data, Deleter<pcre2_match_data_free>>;
using JitStackHandle =
    std::unique_ptr<pcre2_jit_stack, Deleter<pcre2_jit_stack_free>>;

std::string Describe(int code) {
  unsigned char text[256];
  pcre2_get_error_message(code, text, sizeof text);
  return reinterpret_cast<const char*>(text);
}

CodeHandle Compile(const std::string& source) {
  const CompileContextHandle context(pcre2_compile_context_create(nullptr));
  if (!context)
    throw Error("compiling a pattern: out of memory");
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  int code = 0;
  size_t offset = 0;
  CodeHandle compiled(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()),
                                    source.size(), kCompileOptions, &code,
                                    &offset, context.get()));
  if (!compiled)
    throw PatternError(std::min(offset, source.size()), Describe(code));
  return compiled;
}

/// What a search needs besides the pattern; one for each thread.
struct Scratch {
  MatchContextHandle context{pcre2_match_context_create(nullptr)};
  MatchDataHandle data{pcre2_match_data_create(1, nullptr)};
  JitStackHandle jit_stack{
      pcre2_jit_stack_create(kFirstJitStack, kMaxJitStack, nullptr)};

  Scratch() {
    if (!context || !data || !jit_stack)
      throw Error("matching a pattern: out of memory");
    pcre2_set_depth_limit(context.get(), kMaxDepth);
    pcre2_set_heap_limit(context.get(), kMaxHeapKibibytes);
    pcre2_jit_stack_assign(context.get(), nullptr, jit_stack.get());
  }
};

uint32_t StepsFromOnePlace(size_t subject_size) {
  const size_t steps = kSteps / (subject_size + 1);
  return std::min<size_t>(kMaxStepsFromOnePlace, steps);
}

Pattern::Result GaveUp(std::string_view why) {
  return {
      Pattern::Outcome::kGaveUp, {}, fmt::format("pattern gave up: {}", why)};
}

}  // namespace

struct Pattern::Code {
  explicit Code(const std::string& source) : handle(Compile(source)) {}

  // Where JIT refuses, the interpreter matches.
  void TranslateOnce() {
    std::call_once(translated, [this] {
      pcre2_jit_compile(handle.get(), PCRE2_JIT_COMPLETE);
    });
  }

  CodeHandle handle;
  std::once_flag translated;
};

PatternError::PatternError(size_t where, const std::string& why)
    : Error(fmt::format("bad pattern at offset {}: {}", where, why)),
      offset(where),
      reason(why) {}

Pattern::Pattern(std::string source)
    : source_(std::move(source)), code_(std::make_unique<Code>(source_)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

Pattern::Result Pattern::Search(std::string_view subject) const {
  if (subject.size() > kMaxSubject)
    return GaveUp(fmt::format("text of {} bytes is too long, limit is {}",
                              subject.size(), kMaxSubject));
  code_->TranslateOnce();
  thread_local const Scratch scratch;
  pcre2_set_match_limit(scratch.context.get(),
                        StepsFromOnePlace(subject.size()));
  const char* const text = subject.data() == nullptr ? "" : subject.data();
  const int code = pcre2_match(
      code_->handle.get(), reinterpret_cast<PCRE2_SPTR>(text), subject.size(),
      0, 0, scratch.data.get(), scratch.context.get());
  if (code == PCRE2_ERROR_NOMATCH)
    return {};
  if (code < 0)
    return GaveUp(Describe(code));
  const size_t* const ends = pcre2_get_ovector_pointer(scratch.data.get());
  return {Outcome::kMatch, subject.substr(ends[0], ends[1] - ends[0]), {}};
}

}  // namespace commitgate
