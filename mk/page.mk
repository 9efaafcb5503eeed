# The files of src/reports/page/ as arrays of bytes for src/reports/writer_html.c, made with od and awk. The script has parts, which are
# one module in this order.
PAGE_JS := $(addprefix src/reports/page/,keep.js write.js card.js find.js save.js page.js)
PAGE_H  := $(addprefix $(BUILD)/gen/reports/page_,css.h html.h js.h findings.h)

$(BUILD)/gen/reports/page_css.h:  src/reports/page/page.css
$(BUILD)/gen/reports/page_html.h: src/reports/page/page.html
$(BUILD)/gen/reports/page_js.h:   $(PAGE_JS)

# The page of findings looks like the other one, and has a margin.
$(BUILD)/gen/reports/page_findings.h: src/reports/page/page.css src/reports/page/findings.css

$(PAGE_H): $(BUILD)/gen/reports/page_%.h: mk/page.mk
	@mkdir -p $(@D)
	@{ echo 'static const unsigned char page_$*[] = {'; \
	   cat $(filter src/%,$^) | od -An -v -tu1 | awk '{ gsub(/ +/, ","); print substr($$0, 2) "," }'; echo '0};'; } > $@.new
	@mv $@.new $@

$(BUILD)/src/reports/writer_html.o $(BUILD)/src/reports/finding_html.o: $(PAGE_H)
