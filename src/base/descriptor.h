/* Reading and writing descriptors to the end of the work: a signal, or a descriptor that was made not to block (by
 * whoever else has it, as Node does with pipes), is no failure but a time to wait. */
#ifndef TL_BASE_DESCRIPTOR_H
#define TL_BASE_DESCRIPTOR_H

#include "tlumach/base.h"

/* What is there, `room` bytes at most; 0: the end, -1: errno says. */
gssize tl_descriptor_read(int fd, void *into, size_t room);
/* All of it. FALSE: errno says. */
gboolean tl_descriptor_write(int fd, const void *bytes, size_t length);

#endif
