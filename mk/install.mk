# What goes where. The program finds share/tlumach beside its own bin/, so the tree may be moved.

INSTALL ?= install
BINDIR   = $(DESTDIR)$(PREFIX)/bin
LIBDIR   = $(DESTDIR)$(PREFIX)/lib
INCDIR   = $(DESTDIR)$(PREFIX)/include
DATADIR  = $(DESTDIR)$(PREFIX)/share/tlumach
MANDIR   = $(DESTDIR)$(PREFIX)/share/man/man1
EDITORS := $(filter-out editors/vscode/%,$(shell find editors -mindepth 2 -type f))
MANUALS := $(wildcard docs/man/*.1)

.PHONY: install uninstall dist

install: $(BUILD)/tlumach $(POSTGRES)
	$(INSTALL) -d $(BINDIR) $(LIBDIR)/pkgconfig $(INCDIR)/tlumach $(DATADIR)/dictionaries $(DATADIR)/glossaries $(MANDIR)
	$(INSTALL) -m 755 $(BUILD)/tlumach $(BINDIR)/tlumach
	ln -sf tlumach $(BINDIR)/tlumach-ispell
	$(if $(POSTGRES),$(INSTALL) -d $(LIBDIR)/tlumach && $(INSTALL) -m 644 $(POSTGRES) $(LIBDIR)/tlumach)
	$(INSTALL) -m 644 $(BUILD)/libtlumach.a $(LIBDIR)
	$(INSTALL) -m 644 src/tlumach.h $(INCDIR)
	$(INSTALL) -m 644 src/tlumach/*.h $(INCDIR)/tlumach
	sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|; s|@PACKAGES@|$(PACKAGES)|' mk/tlumach.pc.in > $(LIBDIR)/pkgconfig/tlumach.pc
	$(INSTALL) -m 644 $(wildcard dictionaries/*) $(DATADIR)/dictionaries
	$(INSTALL) -m 644 $(wildcard glossaries/*) $(DATADIR)/glossaries
	$(INSTALL) -d $(addprefix $(DATADIR)/,$(sort $(dir $(EDITORS))))
	for file in $(EDITORS); do $(INSTALL) -m 644 $$file $(DATADIR)/$$file; done
	$(INSTALL) -m 644 $(MANUALS) $(MANDIR)
ifeq ($(DESTDIR),)
# Into the cache of whoever will use it.
	-$(if $(SUDO_USER),sudo -H -u $(SUDO_USER)) $(BINDIR)/tlumach lexicon build uk_UA
endif

uninstall:
	rm -f $(BINDIR)/tlumach $(BINDIR)/tlumach-ispell $(LIBDIR)/libtlumach.a $(LIBDIR)/pkgconfig/tlumach.pc
	rm -f $(addprefix $(MANDIR)/,$(notdir $(MANUALS)))
	rm -rf $(LIBDIR)/tlumach $(DATADIR) $(INCDIR)/tlumach $(INCDIR)/tlumach.h

dist:
	@mkdir -p $(BUILD)
	git archive --format=tar.gz --prefix=tlumach-$(VERSION)/ -o $(BUILD)/tlumach-$(VERSION).tar.gz HEAD
	@echo $(BUILD)/tlumach-$(VERSION).tar.gz
