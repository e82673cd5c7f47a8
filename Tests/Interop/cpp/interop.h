// What the server and the client of grpc.testing on grpc C++ share.
#pragma once

#include <grpcpp/grpcpp.h>

#include <fstream>
#include <sstream>
#include <string>

#include "grpc/testing/test.grpc.pb.h"

// grpc C++ exports these for such tests, without a header.
uint32_t grpc_call_test_only_get_message_flags(grpc_call* call);

// The flag of a message that came compressed and has been decompressed.
constexpr uint32_t kWasCompressed = 0x40000000u;

namespace grpc::testing {

// The contexts name these classes as their friends.
class InteropClientContextInspector {
 public:
  static bool IsCompressed(const ClientContext& context) {
    return grpc_call_test_only_get_message_flags(context.call_) & kWasCompressed;
  }
};

class InteropServerContextInspector {
 public:
  static bool IsCompressed(const ServerContext& context) {
    return grpc_call_test_only_get_message_flags(context.call_.call) & kWasCompressed;
  }
};

}  // namespace grpc::testing

inline const char kInitial[] = "x-grpc-test-echo-initial";
inline const char kTrailing[] = "x-grpc-test-echo-trailing-bin";

inline std::string Read(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// The options of a command line, by their names without dashes.
struct Options {
  std::map<std::string, std::string> values;

  Options(int count, char** words) {
    for (int i = 2; i + 1 < count; i += 2) values[std::string(words[i]).substr(2)] = words[i + 1];
  }
  std::string operator[](const std::string& name) const {
    auto found = values.find(name);
    return found == values.end() ? "" : found->second;
  }
};

int Serve(const Options& options);
int Play(const Options& options);
