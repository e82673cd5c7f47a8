#ifndef REDSAIL_CPROTOBUFC_SHIM_H
#define REDSAIL_CPROTOBUFC_SHIM_H

#include <protobuf-c/protobuf-c.h>

#endif
