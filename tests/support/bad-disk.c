// Loaded before a program (LD_PRELOAD): the bytes BAD_FROM to BAD_TO of the file with the inode BAD_INODE cannot be read, as
// on a disk with bad sectors.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long long number(const char *name) {
  const char *text = getenv(name);
  return text ? atoll(text) : -1;
}

static int is_bad(int file, long long from, size_t length) {
  struct stat about;
  int before = errno;
  int found = fstat(file, &about) == 0 && (long long)about.st_ino == number("BAD_INODE") &&
              from < number("BAD_TO") && from + (long long)length > number("BAD_FROM");
  errno = before;
  return found;
}

#define READ_AT(name, offset_type)                                                   \
  ssize_t name(int file, void *to, size_t length, offset_type from) {                \
    static ssize_t (*real)(int, void *, size_t, offset_type);                        \
    if (!real) real = (ssize_t(*)(int, void *, size_t, offset_type))dlsym(RTLD_NEXT, #name); \
    if (is_bad(file, from, length)) { errno = EIO; return -1; }                      \
    return real(file, to, length, from);                                             \
  }

READ_AT(pread, off_t)
READ_AT(pread64, off64_t)

ssize_t read(int file, void *to, size_t length) {
  static ssize_t (*real)(int, void *, size_t);
  if (!real) real = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
  off_t from = lseek(file, 0, SEEK_CUR);
  if (from >= 0 && is_bad(file, from, length)) { errno = EIO; return -1; }
  return real(file, to, length);
}
