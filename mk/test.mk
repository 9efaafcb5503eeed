# Tests. Each suite of tests/ ends with a line "NAME: N passed, N failed"; tests/run adds them up (tests/README.md).

SUITES   ?= unit spec seed layers headers install
UNIT_SRC := $(sort $(wildcard tests/unit/*/test_*.c))
UNIT     := $(UNIT_SRC:%.c=$(BUILD)/%)

.PHONY: test test-only check test-e2e

test:
	@mk/packages test
	@$(MAKE) -s all
	@$(MAKE) -s test-only

# What the tests need is built; nothing is installed.
test-only: $(if $(filter unit,$(SUITES)),$(UNIT)) $(if $(filter seed,$(SUITES)),$(BUILD)/tests/seed/seed) \
  $(if $(filter-out unit layers headers,$(SUITES)),$(BUILD)/tlumach $(BUILD)/tests/spec_run)
	@tests/run $(BUILD) $(SUITES)

# In a folder of its own beside build/. No optimisation that hides a fault, no second guard around the sanitizers'.
SANITIZE := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
check:
	@mk/packages test
	@$(MAKE) -s BUILD=build-check CFLAGS='$(SANITIZE)' HARDEN= \
	  SUITES='$(filter-out install,$(SUITES))' test-only

test-e2e:
	@mk/packages e2e
	@$(MAKE) -s all
	@tests/run $(BUILD) e2e

# A unit test sees the library's internal functions, and those of the programs but main.
$(BUILD)/tests/unit/%: tests/unit/%.c $(BUILD)/libtlumach.a $(BUILD)/libcommands.a
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(CFLAGS) -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $< $(BUILD)/libcommands.a $(BUILD)/libtlumach.a $(LIBS) -lcmocka

$(BUILD)/libcommands.a: $(filter-out %/main.o,$(CMD_OBJ))
	@rm -f $@
	$(call SAY,ar)ar rcs $@ $^

$(BUILD)/tests/seed/seed: tests/seed/seed.c $(BUILD)/libtlumach.a
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libtlumach.a $(LIBS)

# Runs a minute at most and frees nothing: no sanitizer looks at it.
$(BUILD)/tests/spec_run: tests/spec_run.c tests/spec_chapter.c tests/spec_chapter.h
	@mkdir -p $(@D)
	$(call SAY,cc)$(CC) $(filter-out -fsanitize%,$(CFLAGS)) -o $@ $(filter %.c,$^) $(LIBS)

-include $(UNIT:=.d)
