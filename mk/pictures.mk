# Pictures of the real page, for README and docs: `make pictures` (needs Chromium).

CHROMIUM ?= chromium
SHOT = $(CHROMIUM) --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1

.PHONY: pictures
pictures: demo
	$(SHOT) --window-size=1280,860 --screenshot=docs/pictures/page.png file://$(abspath $(BUILD))/demo/article.html 2>/dev/null
	$(SHOT) --window-size=500,860 --blink-settings=preferredColorScheme=0 --screenshot=docs/pictures/page-dark.png file://$(abspath $(BUILD))/demo/article.html 2>/dev/null

# … and of editors, of terminals with them (needs what the tests of editors need, and tmux).
.PHONY: pictures-editors
pictures-editors: all
	docs/pictures/editors $(BUILD)
