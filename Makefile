# tlumach: build, try, test.   `make demo` and `make test` do everything on a fresh Debian 12.

BUILD   ?= build
PREFIX  ?= /usr/local
CC      ?= cc
CFLAGS  ?= -O2 -g
VERSION := 0.1.0

PACKAGES := glib-2.0 hunspell icu-uc icu-i18n libxml-2.0 jansson inih sqlite3 md4c
STRICT   := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wconversion \
            -fvisibility=hidden -fstack-protector-strong -D_FORTIFY_SOURCE=2
override CFLAGS += $(STRICT) -Isrc -I$(BUILD)/gen $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) \
            -DTLUMACH_VERSION='"$(VERSION)"' -DTLUMACH_DATADIR='"$(PREFIX)/share/tlumach"'
LIBS     := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm

# The library is every floor below the programs; the programs are its first embedders.
LIB_SRC  := $(sort $(filter-out src/commands/% src/editors/%,$(wildcard src/*.c src/*/*.c)))
CMD_SRC  := $(sort $(wildcard src/commands/*.c src/editors/*.c))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
CMD_OBJ  := $(CMD_SRC:%.c=$(BUILD)/%.o)

all: $(BUILD)/tlumach links

.PHONY: all links clean
-include mk/*.mk

$(BUILD)/libtlumach.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/tlumach: $(CMD_OBJ) $(BUILD)/libtlumach.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(CMD_OBJ) $(BUILD)/libtlumach.a $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# Both names are one program; which one it is, it sees from the name it was called by.
links: $(BUILD)/tlumach
	@ln -sf $(BUILD)/tlumach tlumach
	@ln -sf $(BUILD)/tlumach tlumach-ispell

clean:
	rm -rf $(BUILD) tlumach tlumach-ispell

-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d)
