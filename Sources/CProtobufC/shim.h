#ifndef REDSAIL_CPROTOBUFC_SHIM_H
#define REDSAIL_CPROTOBUFC_SHIM_H

#include <protobuf-c/protobuf-c.h>
#include <stdint.h>

/* Where the caller's stack is. The address of a local variable would not do: under AddressSanitizer locals may lie on
   the heap. */
static inline uintptr_t protobuf_c_shim_stack_address(void) {
  return (uintptr_t)__builtin_frame_address(0);
}

#endif
