# The files of src/reports/page/ as arrays of bytes for src/reports/writer_html.c, made with od and awk.
PAGE_H := $(patsubst src/reports/page/page.%,$(BUILD)/gen/page_%.h,$(wildcard src/reports/page/page.*))

$(BUILD)/gen/page_%.h: src/reports/page/page.%
	@mkdir -p $(@D)
	@{ echo 'static const unsigned char page_$*[] = {'; od -An -v -tu1 $< | awk '{ gsub(/ +/, ","); print substr($$0, 2) "," }'; \
	   echo '0};'; } > $@.new
	@mv $@.new $@

$(BUILD)/src/reports/writer_html.o: $(PAGE_H)
