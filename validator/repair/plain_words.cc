// SPDX-License-Identifier: MIT
#include "validator/repair/plain_words.h"

#include <algorithm>

#include "validator/message/ignoring_case.h"

namespace commitgate {
namespace {

/// First words of the titles of Node.js that are verbs and the like, sorted.
/// Others may be names: of a class, a system, a company.
constexpr std::string_view kPlainWords[] = {
    "a",           "accept",      "add",         "added",       "adding",
    "adds",        "adjust",      "align",       "allow",       "allowed",
    "allows",      "alphabetize", "also",        "always",      "an",
    "apply",       "assign",      "avoid",       "avoids",      "backport",
    "better",      "bring",       "bump",        "bumped",      "cache",
    "call",        "change",      "changed",     "changes",     "changing",
    "cherry-pick", "clarified",   "clarify",     "clean",       "cleaned",
    "cleanup",     "clear",       "close",       "combine",     "compare",
    "complete",    "confirm",     "consistent",  "consolidate", "convert",
    "copy",        "correct",     "corrected",   "correctly",   "create",
    "declare",     "deduplicate", "default",     "defer",       "define",
    "delay",       "delete",      "deprecate",   "describe",    "detect",
    "disable",     "disallow",    "display",     "do",          "document",
    "don't",       "drop",        "dropped",     "dry",         "edit",
    "eliminate",   "emit",        "enable",      "enabled",     "enabling",
    "enforce",     "enhance",     "ensure",      "ensures",     "escape",
    "exclude",     "expand",      "explain",     "explicitly",  "expose",
    "extend",      "extract",     "factor",      "fail",        "faster",
    "favor",       "fill",        "first",       "fix",         "fixed",
    "fixes",       "fixing",      "fixup",       "flatten",     "follow",
    "forbid",      "force",       "format",      "further",     "generate",
    "get",         "give",        "guard",       "handle",      "handles",
    "harden",      "hide",        "honor",       "ignore",      "implement",
    "implemented", "implements",  "improve",     "improved",    "improvements",
    "improves",    "improving",   "include",     "increase",    "indicate",
    "inherit",     "initial",     "initialize",  "inline",      "install",
    "integrate",   "introduce",   "keep",        "kill",        "let",
    "limit",       "link",        "list",        "load",        "loosen",
    "lower",       "make",        "makes",       "manually",    "mark",
    "match",       "mention",     "merge",       "migrate",     "minor",
    "missing",     "mitigate",    "modernize",   "modify",      "more",
    "move",        "moved",       "moves",       "multiple",    "never",
    "no",          "normalize",   "notify",      "omit",        "only",
    "optimize",    "optionally",  "parse",       "partially",   "pass",
    "preallocate", "prefer",      "prepare",     "preserve",    "prevent",
    "prevents",    "print",       "proper",      "properly",    "protect",
    "provide",     "pull",        "put",         "raise",       "re-add",
    "re-enable",   "read",        "reapply",     "recommend",   "reduce",
    "refactor",    "refactored",  "refactoring", "refine",      "reformat",
    "refresh",     "regenerate",  "reimplement", "reintroduce", "reject",
    "relax",       "relocate",    "remove",      "removed",     "removes",
    "removing",    "rename",      "renamed",     "reorder",     "reorganize",
    "replace",     "replaced",    "replaces",    "replacing",   "report",
    "require",     "reset",       "resolve",     "respect",     "restore",
    "restrict",    "return",      "reuse",       "revert",      "reverted",
    "revise",      "reword",      "rework",      "rewrite",     "run",
    "send",        "separate",    "set",         "share",       "shorten",
    "show",        "silence",     "simplified",  "simplify",    "skip",
    "slightly",    "small",       "some",        "sort",        "specify",
    "speed",       "split",       "squelch",     "standardize", "start",
    "stop",        "store",       "streamline",  "stricter",    "strip",
    "suggest",     "supply",      "support",     "suppress",    "swap",
    "switch",      "sync",        "synchronize", "terminate",   "the",
    "this",        "throw",       "throws",      "tidy",        "tighten",
    "track",       "treat",       "trim",        "trivial",     "try",
    "turn",        "tweak",       "unbreak",     "undo",        "unify",
    "unmark",      "unwrap",      "update",      "updated",     "updates",
    "updating",    "upgrade",     "upgraded",    "use",         "used",
    "uses",        "using",       "validate",    "various",     "verify",
    "wait",        "warn",        "when",        "work",        "workaround",
    "wrap",        "write",
};
static_assert(std::ranges::is_sorted(kPlainWords));

}  // namespace

bool IsPlainWord(std::string_view word) {
  return std::binary_search(std::begin(kPlainWords), std::end(kPlainWords),
                            word, LessIgnoringCase());
}

}  // namespace commitgate
