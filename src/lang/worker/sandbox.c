/* rlimits, Landlock and seccomp, spoken to directly: landlock(7), seccomp(2), the kernel's bpf(4)-style filter of
 * 64-bit arguments. Nothing here allocates. */
#include "lang/worker/sandbox.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The sanitizers map terabytes and call what they like. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define INSTRUMENTED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define INSTRUMENTED 1
#endif
#endif
#ifndef INSTRUMENTED
#define INSTRUMENTED 0
#endif

enum { MEMORY = 512 << 20, OPEN_FILES = 16 };

/* Bytes of address space now: the fork began with all that the program had mapped. */
static rlim_t mapped(void) {
  char text[64] = "";
  int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  ssize_t got = read(fd, text, sizeof text - 1);
  close(fd);
  return got > 0 ? (rlim_t)strtoull(text, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE) : 0;
}

static void limit(__rlimit_resource_t resource, rlim_t value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0)
    return;
  value = MIN(value, now.rlim_cur); /* RLIM_INFINITY is the largest number */
  setrlimit(resource, &(struct rlimit){value, value});
}

void tl_sandbox_limits(void) {
  rlim_t already = mapped();
  if (!INSTRUMENTED && already)
    limit(RLIMIT_AS, already + MEMORY);
  limit(RLIMIT_NOFILE, OPEN_FILES);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_CORE, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); /* a core_pattern that is a pipe heeds no RLIMIT_CORE (core(5)) */
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

void tl_sandbox_files(const int *files, size_t n) {
#ifdef SYS_landlock_create_ruleset
  /* landlock(7): which rights and which fields each version of the interface knows. Debian 12's header stops at the
   * second. */
  struct {
    guint64 files, network, scopes;
  } handled = {0};
  static const unsigned char rights[] = {0, 13, 14, 15, 15, 16};
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1)
    return;
  handled.files = (G_GUINT64_CONSTANT(1) << rights[MIN(version, 5)]) - 1;
  handled.network = version >= 4 ? 3 : 0; /* bind, connect */
  handled.scopes = version >= 6 ? 3 : 0;  /* abstract sockets, signals */
  size_t size = version >= 6 ? sizeof handled : version >= 4 ? 2 * sizeof(guint64) : sizeof(guint64);
  int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, size, 0);
  if (rules < 0)
    return;
  for (size_t i = 0; i < n; i++) {
    struct landlock_path_beneath_attr rule = {.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE, .parent_fd = files[i]};
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
#else
  (void)files, (void)n;
#endif
}

#if defined(__x86_64__)
#define FILTER_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define FILTER_ARCH AUDIT_ARCH_AARCH64
#endif

#if defined(FILTER_ARCH) && defined(SECCOMP_RET_KILL_PROCESS) && !INSTRUMENTED

/* What computing, answering, aborting and the clocks of Hunspell's own time limits need. */
static const int always[] = {
    SYS_read,         SYS_write,           SYS_close,        SYS_munmap,     SYS_mremap,        SYS_madvise,
    SYS_brk,          SYS_futex,           SYS_exit,         SYS_exit_group, SYS_clock_gettime, SYS_gettimeofday,
    SYS_rt_sigaction, SYS_rt_sigprocmask,  SYS_rt_sigreturn, SYS_getpid,     SYS_gettid,        SYS_setitimer,
    SYS_sched_yield,  SYS_restart_syscall, SYS_getrandom,
};
/* Reading files through a C++ stream, and the second tightening. */
static const int while_loading[] = {
    SYS_fstat,
    SYS_lseek,
    SYS_newfstatat,
    SYS_readv,
    SYS_seccomp,
#ifdef SYS_landlock_create_ruleset
    SYS_landlock_create_ruleset,
    SYS_landlock_add_rule,
    SYS_landlock_restrict_self,
#endif
};
/* Refused without killing: the C library tries them in passing (malloc looks at /proc/sys/vm/overcommit_memory before
 * it shrinks a thread's heap, qsort asks for the size of memory) and can do without. */
static const int refused[] = {
    SYS_openat, SYS_sysinfo, SYS_sched_getaffinity, SYS_uname, SYS_fstat, SYS_newfstatat, SYS_lseek, SYS_ioctl,
#ifdef SYS_open
    SYS_open,
#endif
};

typedef struct Filter {
  struct sock_filter code[160];
  unsigned short length;
} Filter;

static void add(Filter *filter, struct sock_filter instruction) {
  filter->code[filter->length++] = instruction;
}

static void answer(Filter *filter, int call, guint32 action) {
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (guint32)call, 0, 1));
  add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

/* Looks at the low half of an argument: `test` is BPF_JEQ or BPF_JSET against `value`. */
static void answer_by(Filter *filter, int call, size_t argument, guint16 test, guint32 value, guint32 when,
                      guint32 otherwise) {
  guint32 low =
      (guint32)(offsetof(struct seccomp_data, args) + argument * sizeof(guint64)); /* both machines are little-endian */
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (guint32)call, 0, 4));
  add(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, low));
  add(filter, (struct sock_filter)BPF_JUMP((guint16)(BPF_JMP | BPF_K | test), value, 0, 1));
  add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, when));
  add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, otherwise));
}

void tl_sandbox_calls(gboolean loading) {
  enum { ACCESS_DENIED = 13 };
  const guint32 yes = SECCOMP_RET_ALLOW, no = SECCOMP_RET_KILL_PROCESS, denied = SECCOMP_RET_ERRNO | ACCESS_DENIED;
  G_STATIC_ASSERT(25 + 2 * (G_N_ELEMENTS(always) + G_N_ELEMENTS(while_loading) + G_N_ELEMENTS(refused)) <=
                  sizeof((Filter *)0)->code / sizeof(struct sock_filter));
  Filter filter = {.length = 0};
  add(&filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)));
  add(&filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FILTER_ARCH, 1, 0));
  add(&filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, no));
  add(&filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
  for (size_t i = 0; i < G_N_ELEMENTS(always); i++)
    answer(&filter, always[i], yes);
  answer_by(&filter, SYS_mmap, 2, BPF_JSET, PROT_EXEC, no, yes);
  answer_by(&filter, SYS_mprotect, 2, BPF_JSET, PROT_EXEC, no, yes);
  answer_by(&filter, SYS_tgkill, 0, BPF_JEQ, (guint32)getpid(), yes, no); /* abort() */
  if (loading) {
    guint32 writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    answer_by(&filter, SYS_openat, 2, BPF_JSET, writing, no, yes);
    for (size_t i = 0; i < G_N_ELEMENTS(while_loading); i++)
      answer(&filter, while_loading[i], yes);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
    answer(&filter, refused[i], denied);
  add(&filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, no));
  struct sock_fprog program = {filter.length, filter.code};
  syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

#else

void tl_sandbox_calls(gboolean loading) {
  (void)loading;
}

#endif
