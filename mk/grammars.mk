# The grammars of src/terms/lint/grammars/ as arrays of bytes for src/terms/lint/file.c.
GRAMMAR_H := $(patsubst src/terms/lint/grammars/%.rng,$(BUILD)/gen/terms/%.h,$(wildcard src/terms/lint/grammars/*.rng))

$(GRAMMAR_H): $(BUILD)/gen/terms/%.h: src/terms/lint/grammars/%.rng mk/grammars.mk
	@mkdir -p $(@D)
	@{ echo 'static const char grammar_$(subst -,_,$*)[] = {'; \
	   od -An -v -tu1 $< | awk '{ gsub(/ +/, ","); print substr($$0, 2) "," }'; echo '0};'; } > $@.new
	@mv $@.new $@

$(BUILD)/src/terms/lint/file.o: $(GRAMMAR_H)
