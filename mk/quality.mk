# Looking at the code, and at its speed.

.PHONY: lint format bench fuzz
FUZZ_SECONDS ?= 60
FUZZ_SRC     := $(wildcard tests/fuzz/fuzz_*.c)

lint:
	@mk/packages lint
	@$(MAKE) -s BUILD=build-lint CC=clang CFLAGS='-O1 -Werror' build-lint/tlumach \
	  $(addprefix build-lint/,$(UNIT_SRC:.c=))
	@tests/lint.sh

format:
	@mk/packages lint
	@git ls-files 'src/*.[ch]' 'tests/*.[ch]' | xargs clang-format -i

bench:
	@mk/packages bench
	@$(MAKE) -s all
	@$(MAKE) -s $(BUILD)/tests/bench/memory_times
	@tests/bench/run $(BUILD)
	@tests/bench/memories $(BUILD)

$(BUILD)/tests/bench/memory_times: tests/bench/memory_times.c $(BUILD)/libtlumach.a
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libtlumach.a $(LIBS)

# The whole library is built with the fuzzer's eyes in it.
fuzz:
	@mk/packages fuzz
	@$(MAKE) -s BUILD=build-fuzz CC=clang HARDEN= \
	  CFLAGS='-O1 -g -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=undefined' \
	  $(FUZZ_SRC:%.c=build-fuzz/%)
	@tests/fuzz/run build-fuzz $(FUZZ_SECONDS)

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c $(BUILD)/libtlumach.a
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $(BUILD)/libtlumach.a $(LIBS)
