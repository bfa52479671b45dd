# SPDX-License-Identifier: MIT
#
#   make                  build the program           build/release/commitgate
#   make check            build and run all tests
#   make demo             build, and show the program at work
#   make deps             install the Debian packages that are missing
#   make deps-e2e         the servers, too, that some end-to-end tests push to
#   make bench            tables of how fast it is; BENCH=all takes long
#   make bench-guard      count instructions; fails where they are a tenth more
#   make lint             format, headers, layers, catalog, manual pages
#   make install          program and manual pages    PREFIX= DESTDIR=
#   make MODE=asan check  the same with sanitizers    build/asan/...
#
# MODE is release, debug, asan, tsan, coverage or fuzz; V=1 shows the commands.

NAME    := commitgate
VERSION := 0.1.0
ifneq ($(wildcard .git),)
VERSION := $(or $(patsubst v%,%,$(shell git describe --dirty --match 'v[0-9]*' 2>/dev/null)),$(VERSION))
endif

PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
DATADIR ?= $(PREFIX)/share/$(NAME)

CXXFLAGS     ?= -g
PKG_CONFIG   ?= pkg-config
INSTALL      ?= install
MANDOC       ?= mandoc
CLANG_FORMAT ?= clang-format
MODE         ?= release
WERROR       ?=
# static: what there is as an archive becomes part of the program, which starts
# in half the time then; the C library does not.  shared: nothing does.
LINK         ?= $(if $(filter release debug,$(MODE)),static,shared)
# Real commits with core-validate-commit's verdicts; tests that need them say
# that they skip where there are none.
CONFORMANCE  ?= ../shared/conformance
# An executable model of the window, to be agreed with.
WINDOW_MODEL ?= ../shared/window-model

BUILD := build/$(MODE)

.PHONY: all
all:

# ---- packages ---------------------------------------------------------------

deps      := libgit2 nettle sqlite3 zlib libdeflate libpcre2-8 fmt libutf8proc tomlplusplus nlohmann_json CLI11
test_deps := gtest_main
packages  := g++ make git pkg-config libgit2-dev nettle-dev libsqlite3-dev zlib1g-dev libdeflate-dev libpcre2-dev libfmt-dev \
	libutf8proc-dev libtomlplusplus-dev nlohmann-json3-dev libcli11-dev
test_packages := libgtest-dev xz-utils
# What end-to-end tests skip where it is missing; with COMMITGATE_E2E=all they fail.
e2e_commands := sshd ssh ssh-keygen lighttpd curl gitolite sqlite3
e2e_packages := openssh-server openssh-client lighttpd curl gitolite3 sqlite3
bench_deps := benchmark
bench_commands := valgrind
bench_packages := libbenchmark-dev valgrind
lint_commands := clang-format mandoc shellcheck
lint_packages := clang-format mandoc shellcheck

.PHONY: deps
deps:
	@PKG_CONFIG='$(PKG_CONFIG)' sh tests/install_packages.sh '$(deps) $(test_deps)' '$(packages) $(test_packages)'

.PHONY: deps-e2e
deps-e2e:
	@sh tests/install_packages.sh --servers '$(e2e_commands)' '$(e2e_packages)'

.PHONY: deps-bench
deps-bench:
	@PKG_CONFIG='$(PKG_CONFIG)' sh tests/install_packages.sh '$(bench_deps)' '$(bench_packages)'
	@sh tests/install_packages.sh --commands '$(bench_commands)' '$(bench_packages)'

# Headers of benchmarks are looked at, too.
.PHONY: deps-lint
deps-lint: deps-bench
	@PKG_CONFIG='$(PKG_CONFIG)' sh tests/install_packages.sh --commands '$(lint_commands)' '$(lint_packages)'

# Goals that compile nothing must work where nothing can be built; those that
# install what is missing start over once it is there.
goals     := $(or $(MAKECMDGOALS),all)
standalone := clean dist format uninstall deps deps-e2e deps-bench deps-lint lint-format lint-scripts lint-layers lint-catalog
bootstraps := check test demo bench bench-peers bench-guard bench-record

ifneq ($(filter-out $(standalone) $(bootstraps),$(goals)),)
missing := $(shell $(PKG_CONFIG) --exists --print-errors $(deps) 2>&1 || echo yes)
ifneq ($(missing),)
$(info $(missing))
$(error libraries are missing: run 'make deps', or install $(packages))
endif
endif

# ---- flags ------------------------------------------------------------------

sanitize := -fno-omit-frame-pointer -fno-sanitize-recover=all
mode_release  := -O2
mode_debug    := -O0
mode_asan     := -O1 $(sanitize) -fsanitize=address,undefined
mode_tsan     := -O1 $(sanitize) -fsanitize=thread
mode_coverage := -O0 --coverage
mode_fuzz     := -O1 $(sanitize) -fsanitize=fuzzer-no-link,address,undefined
mode := $(or $(mode_$(MODE)),$(error unknown MODE '$(MODE)': it is release, debug, asan, tsan, coverage or fuzz))

# Loaded when it is needed, not linked: validator/git/git2_functions.h.
loaded := libgit2
linked := $(filter-out $(loaded),$(deps))

pkg_config = $(shell $(PKG_CONFIG) $(1) 2>/dev/null)
ifeq ($(LINK),static)
# Compiled from their headers, in validator/fmt.cc and validator/engine/toml.cc.
headers_only := fmt tomlplusplus
c_library := -lpthread -lm -ldl -lrt
# $(1), -lx, as the archive of that name: where it is in one of the folders $(2),
# from there, else from where the compiler looks.  Nothing where there is none.
archive_of = $(if $(wildcard $(2:%=%/lib$(1:-l%=%).*)),$(firstword $(wildcard $(2:%=%/lib$(1:-l%=%).a))),$(filter /%,$(shell $(CXX) -print-file-name=$(1:-l%=lib%.a))))
archived   = $(foreach flag,$(1),$(or $(if $(filter -l%,$(filter-out $(c_library),$(flag))),$(call archive_of,$(flag),$(patsubst -L%,%,$(filter -L%,$(1) $(LDFLAGS))))),$(flag)))
libs_of    = $(call archived,$(call pkg_config,--libs $(1)))
# What archives need themselves, too.
needed_by  = $(filter-out $(call pkg_config,--libs $(1)),$(call pkg_config,--static --libs $(1)))
archives   := $(filter-out $(headers_only),$(linked))
deps_cflags := $(call pkg_config,--cflags $(filter-out $(headers_only),$(deps))) $(call pkg_config,--cflags-only-I $(headers_only))
deps_libs  := $(call libs_of,$(archives)) $(call archived,$(call needed_by,$(archives))) -ldl -lm
runtime    := -static-libstdc++ -static-libgcc
# Whether nothing but the C library is left outside.
is_whole   := $(if $(filter-out $(c_library),$(filter -l%,$(deps_libs))),,yes)
else ifeq ($(LINK),shared)
libs_of       = $(call pkg_config,--libs $(1))
deps_cflags  := $(call pkg_config,--cflags $(deps))
deps_libs    := $(call libs_of,$(linked)) -ldl
else
$(error unknown LINK '$(LINK)': it is static or shared)
endif

warnings := -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wmissing-declarations $(WERROR)
cppflags := -I. -D_GLIBCXX_ASSERTIONS $(deps_cflags)
compile   = $(CXX) -std=c++20 -pthread $(warnings) $(mode) $(cppflags) $(extra) $(CPPFLAGS) $(CXXFLAGS)
link      = $(CXX) -pthread $(mode) $(CXXFLAGS) $(LDFLAGS)

# ---- what there is ----------------------------------------------------------

program := $(BUILD)/$(NAME)
library := $(BUILD)/lib$(NAME).a
unit    := $(BUILD)/unit_tests

objects  = $(patsubst %.cc,$(BUILD)/%.o,$(sort $(wildcard $(1))))
folders := validator validator/message validator/people validator/engine validator/repair validator/report validator/git rules \
	hooks hooks/project hooks/push hooks/ledger hooks/window hooks/setup commands
tests   := $(folders:%=tests/%) tests/support
main    := $(BUILD)/commands/main.o
presets := $(sort $(wildcard rules/policies/*.toml))
owners  := $(sort $(wildcard rules/owners/*.toml))
fmt_o   := $(BUILD)/validator/fmt.o
# What stands in for libraries that are not linked.
compiled_in := $(if $(filter static,$(LINK)),$(fmt_o))
lib_o   := $(filter-out $(main) $(fmt_o),$(call objects,$(folders:%=%/*.cc))) $(compiled_in) $(BUILD)/rules/presets.o
unit_o  := $(call objects,$(tests:%=%/*.cc))
fuzz_o  := $(call objects,tests/fuzz/*.cc)
# Each folder in tests/bench is a program, and so is each file.
bench_shared := $(call objects,tests/bench/spread.cc tests/bench/units.cc)
bench_functions_o := $(call objects,tests/bench/functions/*.cc)
bench_processes_o := $(call objects,tests/bench/processes/*.cc)
bench_makers := $(patsubst %.cc,$(BUILD)/%,$(wildcard tests/bench/make_*.cc))
# What has tests of its own.
bench_tested := $(addprefix $(BUILD)/tests/bench/,measure make_chain make_history)
bench_o := $(bench_shared) $(bench_functions_o) $(bench_processes_o) $(bench_makers:=.o)
headers := $(sort $(wildcard $(folders:%=%/*.h) $(tests:%=%/*.h) tests/bench/*.h tests/bench/*/*.h))
e2e     := $(sort $(wildcard tests/e2e/t[0-9]*.sh))
# Those that have servers of their own, and disturb nobody.
e2e_servers := $(filter tests/e2e/t4%,$(e2e))
man     := $(sort $(wildcard man/*.[1-8]))
scripts := $(sort $(wildcard tests/*.sh tests/*/*.sh)) .ci/run

all: $(program) $(man:%=$(BUILD)/%)

# ---- rules ------------------------------------------------------------------

.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: FORCE
FORCE:

# `V=1` lifts the veil.
say = $(if $(V),,@printf '  %-7s %s\n' $(1) '$(@:$(BUILD)/%=%)' &&)
# Writes $(1) to the target, but touches it only when that is news; what depends
# on the target is rebuilt when flags, sources or version change.
track = @mkdir -p $(@D) && printf '%s\n' '$(subst ','\'',$(1))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(1))' >$@

$(BUILD)/.flags: FORCE
	$(call track,$(compile))
$(BUILD)/.link: FORCE
	$(call track,$(link) $(runtime) / $(deps_libs))
$(BUILD)/.version: FORCE
	$(call track,$(VERSION))
$(BUILD)/.objects: FORCE
	$(call track,$(lib_o))
$(BUILD)/.unit: FORCE
	$(call track,$(unit_o))
$(BUILD)/.presets: FORCE
	$(call track,$(presets))

$(BUILD)/%.o: %.cc $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,CXX)$(compile) -MMD -MP -c -o $@ $<

# The presets become string literals, so that the program needs no files, and
# are parsed now, so that it need not do so at each start.
embed   := $(BUILD)/rules/policies/embed
embed_o := $(embed).o $(BUILD)/validator/engine/packed_toml.o $(BUILD)/validator/engine/toml.o $(compiled_in)
$(embed): $(embed_o) $(BUILD)/.link
	$(call say,LINK)$(link) -o $@ $(embed_o) $(deps_libs)
$(BUILD)/rules/presets.cc: $(presets) $(BUILD)/.presets $(embed)
	@mkdir -p $(@D)
	$(call say,EMBED)$(embed) $(presets) >$@
$(BUILD)/rules/presets.o: $(BUILD)/rules/presets.cc $(BUILD)/.flags
	$(call say,CXX)$(compile) -MMD -MP -c -o $@ $<

version_o := $(BUILD)/commands/version.o
$(version_o): private extra := -DVERSION='"$(VERSION)"'
$(version_o): $(BUILD)/.version

$(library): $(lib_o) $(BUILD)/.objects
	@rm -f $@
	$(call say,AR)$(AR) rcs $@ $(lib_o)

# Archives that were updated are linked anew.
archive_files := $(filter /%.a,$(deps_libs))
$(program): $(main) $(library) $(BUILD)/.link $(archive_files)
	$(call say,LINK)$(link) $(runtime) -o $@ $(main) $(library) $(deps_libs) $(LDLIBS)

# Tests are compiled more often than they are run: half the time, not optimized.
$(unit_o): private extra = -O0 $(call pkg_config,--cflags $(test_deps))
$(unit): $(unit_o) $(library) $(BUILD)/.unit $(BUILD)/.link
	$(call say,LINK)$(link) -o $@ $(unit_o) $(library) $(call libs_of,$(test_deps)) $(deps_libs) $(LDLIBS)

$(BUILD)/tests/fuzz/packed_object_fuzz: $(BUILD)/tests/validator/git/pack_writer.o
$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(library)
	$(call say,LINK)$(link) -fsanitize=fuzzer -o $@ $^ $(deps_libs) $(LDLIBS)

$(bench_functions_o): private extra = $(call pkg_config,--cflags $(bench_deps))
bench_functions := $(BUILD)/bench
$(bench_functions): $(bench_functions_o) $(bench_shared) $(library)
	$(call say,LINK)$(link) -o $@ $^ $(call libs_of,$(bench_deps)) $(deps_libs) $(LDLIBS)
bench_processes := $(BUILD)/tests/bench/measure
$(bench_processes): $(bench_processes_o) $(bench_shared) $(compiled_in)
	$(call say,LINK)$(link) -o $@ $^ $(deps_libs) $(LDLIBS)
$(BUILD)/tests/bench/make_chain: $(BUILD)/tests/validator/git/pack_writer.o
$(bench_makers): %: %.o $(library)
	$(call say,LINK)$(link) -o $@ $^ $(deps_libs) $(LDLIBS)
# In C, for a hook that loads nothing else.
bench_hook := $(BUILD)/tests/bench/empty_hook
$(bench_hook): tests/bench/empty_hook.c
	@mkdir -p $(@D)
	$(call say,CC)$(CC) -O2 -o $@ $<

$(BUILD)/man/%: man/% $(BUILD)/.version
	@mkdir -p $(@D)
	$(call say,MAN)sed 's/@VERSION@/$(VERSION)/g' $< >$@

-include $(lib_o:.o=.d) $(main:.o=.d) $(embed:=.d) $(unit_o:.o=.d) $(fuzz_o:.o=.d) $(bench_o:.o=.d)

# ---- tests ------------------------------------------------------------------

.PHONY: check test check-all check-unit check-e2e check-history fuzz coverage
check: deps
	+@$(MAKE) --no-print-directory check-all
test: check

check-all: check-unit check-e2e check-history

# libgit2 leaks where it reports errors; see the list.
lsan := LSAN_OPTIONS='suppressions=$(abspath tests/lsan.supp):print_suppressions=0'

check-unit: $(unit) $(program)
	CONFORMANCE='$(abspath $(CONFORMANCE))' WINDOW_MODEL='$(abspath $(WINDOW_MODEL))' COMMITGATE='$(abspath $(program))' $(unit) --gtest_brief=1

# Behind the building, for a test of make runs make in the same folder.
check-e2e: $(program) $(man:%=$(BUILD)/%) $(bench_tested) | $(unit)
	@export $(lsan) COMMITGATE='$(abspath $(program))' BUILD='$(BUILD)' MODE='$(MODE)' IS_WHOLE='$(is_whole)'; \
	prove --exec sh $(filter-out $(e2e_servers),$(e2e)); status=$$?; \
	prove --jobs 2 --exec sh $(e2e_servers) && exit $$status

# The project keeps the rules that it is about.
check-history: $(program)
ifneq ($(wildcard .git),)
	$(program) check --history --stage=draft HEAD
else
	@echo 'no repository here: the history is not judged'
endif

fuzz:
	+$(MAKE) MODE=fuzz CXX=clang++ $(patsubst tests/fuzz/%.cc,build/fuzz/tests/fuzz/%,$(wildcard tests/fuzz/*.cc))

coverage:
	+$(MAKE) MODE=coverage check-unit check-e2e
	gcovr --filter '(validator|rules|hooks|commands)/' build/coverage

# ---- benchmarks -------------------------------------------------------------

.PHONY: bench bench-all bench-peers bench-guard bench-guard-all bench-record bench-record-all
bench_tools := $(bench_functions) $(bench_processes) $(bench_makers) $(bench_hook)
bench_env = COMMITGATE='$(abspath $(program))' BENCH_TOOLS='$(abspath $(BUILD)/tests/bench)' \
	BENCH_FUNCTIONS='$(abspath $(bench_functions))' PEERS='$(abspath build/peers)' \
	CONFORMANCE='$(abspath $(CONFORMANCE))'

bench: deps deps-bench
	+@$(MAKE) --no-print-directory bench-all
bench-all: $(program) $(bench_tools)
	@$(bench_env) sh tests/bench/run.sh

# What is installed is measured by make bench.
bench-peers: deps deps-bench
	@sh tests/bench/install_peers.sh build/peers
	+@$(MAKE) --no-print-directory bench-all

# Fails where something takes more instructions than it did.
bench-guard: deps deps-bench
	+@$(MAKE) --no-print-directory bench-guard-all
bench-guard-all: $(program) $(BUILD)/tests/bench/make_history
	@$(bench_env) prove --verbose --exec sh tests/bench/instructions.sh
bench-record: deps deps-bench
	+@$(MAKE) --no-print-directory bench-record-all
bench-record-all: $(program) $(BUILD)/tests/bench/make_history
	@$(bench_env) sh tests/bench/instructions.sh --record

.PHONY: demo
demo: deps
	+@$(MAKE) --no-print-directory all
	@sh tests/demo.sh $(program)

# ---- lint -------------------------------------------------------------------

.PHONY: lint lint-format lint-headers lint-layers lint-catalog lint-man lint-scripts format
lint: lint-format lint-headers lint-layers lint-catalog lint-man lint-scripts

sources := $(headers) $(sort $(wildcard $(folders:%=%/*.cc) $(tests:%=%/*.cc) rules/policies/*.cc tests/e2e/*.cc tests/fuzz/*.cc tests/bench/*.cc tests/bench/*/*.cc))
lint-format:
	$(CLANG_FORMAT) --dry-run --Werror $(sources)
format:
	$(CLANG_FORMAT) -i $(sources)

# Each header must stand on its own.
lint-headers: $(headers:%=$(BUILD)/%.ok)
$(BUILD)/%.h.ok: %.h $(BUILD)/.flags
	@mkdir -p $(@D)
	$(call say,HEADER)echo '#include "$<"' | $(compile) -MMD -MP -MF $@.d -MT $@ -fsyntax-only -x c++ - && touch $@
-include $(headers:%=$(BUILD)/%.ok.d)

lint-layers:
	sh tests/lint/layers.sh
	sh tests/lint/layers_test.sh

lint-catalog:
	sh tests/lint/catalog.sh

lint-man: $(man:%=$(BUILD)/%)
	$(MANDOC) -T lint -W warning $^

lint-scripts:
	shellcheck $(scripts)

# ---- install ----------------------------------------------------------------

.PHONY: install uninstall dist clean
install: all
	$(INSTALL) -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(DATADIR)/policies' '$(DESTDIR)$(DATADIR)/owners'
	$(INSTALL) -m 755 $(program) '$(DESTDIR)$(BINDIR)/$(NAME)'
	$(INSTALL) -m 644 $(presets) '$(DESTDIR)$(DATADIR)/policies'
	$(INSTALL) -m 644 $(owners) '$(DESTDIR)$(DATADIR)/owners'
	for m in $(man); do $(INSTALL) -D -m 644 $(BUILD)/$$m '$(DESTDIR)$(MANDIR)'/man$${m##*.}/$${m##*/} || exit; done

uninstall:
	rm -f '$(DESTDIR)$(BINDIR)/$(NAME)'
	for p in $(notdir $(presets)); do rm -f '$(DESTDIR)$(DATADIR)/policies'/$$p; done
	for o in $(notdir $(owners)); do rm -f '$(DESTDIR)$(DATADIR)/owners'/$$o; done
	for m in $(man); do rm -f '$(DESTDIR)$(MANDIR)'/man$${m##*.}/$${m##*/}; done
	-rmdir '$(DESTDIR)$(DATADIR)/policies' '$(DESTDIR)$(DATADIR)/owners' '$(DESTDIR)$(DATADIR)'

dist:
	git archive --prefix=$(NAME)-$(VERSION)/ -o $(NAME)-$(VERSION).tar.gz HEAD

clean:
	rm -rf build
