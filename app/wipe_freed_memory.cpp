// Nothing of a person's stays in the memory of the display client once it has let go of it: whatever is freed
// is wiped first. Qt's strings and what the network brought free themselves in many places, none of which
// wipes; so it is done where all of them end. Part of the program alone: a library does not change how its
// users free.
//
// The C library leads every malloc and free of the program and of its libraries here, as it documents (glibc,
// "Replacing malloc" allows that too for a part of them, as long as what they call is its own: __libc_*).
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <malloc.h>

extern "C" {

void* __libc_malloc(std::size_t size) noexcept;
void __libc_free(void* memory) noexcept;

void free(void* memory) noexcept {
    if (!memory) return;
    const int error = errno; // which free() leaves alone
    explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
    errno = error;
}

// Never grows or moves in a way that leaves the old bytes behind.
void* realloc(void* memory, std::size_t size) noexcept {
    if (!memory) return __libc_malloc(size);
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    const std::size_t before = malloc_usable_size(memory);
    if (size <= before && size >= before / 2) return memory;
    void* moved = __libc_malloc(size);
    if (!moved) return nullptr;
    std::memcpy(moved, memory, before < size ? before : size);
    free(memory);
    return moved;
}

} // extern "C"
