# tlumach: terms, names and spelling for those who translate Ukrainian into English.
#
#   make             builds ./tlumach and ./tlumach-ispell
#   make demo        installs what is missing, builds, prepares a sample article
#   make test        installs what is missing, builds, runs the tests
#   make check       the same under the address and undefined-behaviour sanitizers
#   make test-e2e    with other people's programs: editors, OmegaT, …
#   make lint        clang without a warning, clang-format, cppcheck, sizes of files
#   make format      the code as clang-format has it
#   make bench       speed, beside hunspell's, on this machine
#   make fuzz        a minute of each fuzzer
#   make pictures    of the page, for README and docs (Chromium)
#   make install     into PREFIX (/usr/local), under DESTDIR; make uninstall takes it away
#   make dist        a tarball of what is committed
#   make clean
#
# Everything that is made stands in BUILD (build/). Tests: mk/test.mk. Installing: mk/install.mk.

BUILD   ?= build
PREFIX  ?= /usr/local
CC      ?= cc
CFLAGS  ?= -O2 -g
VERSION := 0.1.0

PACKAGES := glib-2.0 hunspell icu-uc icu-i18n libxml-2.0 jansson inih sqlite3 md4c
HARDEN   ?= -fstack-protector-strong -D_FORTIFY_SOURCE=2
STRICT   := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wconversion -fvisibility=hidden
override CFLAGS += $(STRICT) $(HARDEN) -Isrc -I$(BUILD)/gen $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) \
            -DTLUMACH_VERSION='"$(VERSION)"' -DTLUMACH_DATADIR='"$(PREFIX)/share/tlumach"'
LIBS     := -Wl,--as-needed $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm

# What is made is told in a line; V=1 shows the commands.
SAY = $(if $(V),,@echo '  $1  $@' && )

# As many jobs as there are processors, unless -j says otherwise.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc)
endif

# The library is every floor below the programs; the programs are its first embedders.
LIB_SRC  := $(sort $(filter-out src/commands/% src/editors/%,$(wildcard src/*/*.c src/*/*/*.c)))
CMD_SRC  := $(sort $(wildcard src/commands/*.c src/editors/*/*.c))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
CMD_OBJ  := $(CMD_SRC:%.c=$(BUILD)/%.o)

all: links

.PHONY: all links demo clean help
include $(sort $(wildcard mk/*.mk))

$(BUILD)/tlumach: $(CMD_OBJ) $(BUILD)/libtlumach.a
	$(call SAY,cc)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(CMD_OBJ) $(BUILD)/libtlumach.a $(LIBS)

$(BUILD)/libtlumach.a: $(LIB_OBJ)
	@rm -f $@
	$(call SAY,ar)ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# Both names are one program; which one it is, it sees from the name it was called by.
links: $(BUILD)/tlumach $(POSTGRES)
	@ln -sf $(BUILD)/tlumach tlumach
	@ln -sf $(BUILD)/tlumach tlumach-ispell

demo:
	@mk/packages build
	@$(MAKE) -s all
	@mk/demo $(BUILD)/demo

clean:
	rm -rf $(BUILD) build-check build-lint build-fuzz tlumach tlumach-ispell

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d)
