# Parts of the program that are loaded when they are needed: a memory on a PostgreSQL server. Built where libpq is installed.

POSTGRES_SRC := $(wildcard src/bitext/memory/postgres/*.c) src/bitext/memory/postings.c src/base/error.c
POSTGRES     := $(if $(shell pkg-config --exists libpq 2>/dev/null && echo yes),$(BUILD)/modules/tlumach-postgresql.so)

$(BUILD)/modules/tlumach-postgresql.so: $(POSTGRES_SRC) $(wildcard src/bitext/memory/postgres/*.h) \
  $(addprefix src/bitext/memory/,engine.h keys.h module.h postings.h)
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(CFLAGS) $(LDFLAGS) -fPIC -shared $(shell pkg-config --cflags libpq) -o $@ $(POSTGRES_SRC) \
	  -Wl,--as-needed $(shell pkg-config --libs glib-2.0 libpq)
