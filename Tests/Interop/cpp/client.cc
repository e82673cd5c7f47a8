// The interoperability cases (grpc/doc/interop-test-descriptions.md) on grpc C++'s client.
#include <functional>
#include <iostream>

#include "interop.h"

using namespace grpc::testing;
using grpc::ClientContext;
using grpc::Status;
using grpc::StatusCode;

namespace {

using Channel = std::shared_ptr<grpc::Channel>;
using Stream = grpc::ClientReaderWriter<StreamingOutputCallRequest, StreamingOutputCallResponse>;

const int kRequests[] = {27182, 8, 1828, 45904};
const int kResponses[] = {31415, 9, 2653, 58979};

struct Failure {
  std::string message;
};

void Expect(bool condition, const std::string& message) {
  if (!condition) throw Failure{message};
}

void Expect(const Status& status, StatusCode code) {
  Expect(status.error_code() == code,
         "expected status " + std::to_string(code) + ", came " + std::to_string(status.error_code()) + ": " +
             status.error_message());
}

void ExpectZeros(const Payload& payload, int size) {
  Expect(payload.body() == std::string(size, '\0'), "expected " + std::to_string(size) + " zero bytes");
}

// No case may hang.
struct Context : ClientContext {
  Context() { set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30)); }
};

Payload Zeros(int size) {
  Payload payload;
  payload.set_body(std::string(size, '\0'));
  return payload;
}

SimpleRequest LargeRequest() {
  SimpleRequest request;
  request.set_response_size(314159);
  *request.mutable_payload() = Zeros(271828);
  return request;
}

void Unary(Channel channel, const SimpleRequest& request, ClientContext& context) {
  SimpleResponse response;
  Expect(TestService::NewStub(channel)->UnaryCall(&context, request, &response), StatusCode::OK);
  ExpectZeros(response.payload(), 314159);
}

StreamingOutputCallRequest OutputRequest(int size, int response_size) {
  StreamingOutputCallRequest request;
  request.add_response_parameters()->set_size(response_size);
  *request.mutable_payload() = Zeros(size);
  return request;
}

void EmptyUnary(Channel channel) {
  Context context;
  Empty response;
  Expect(TestService::NewStub(channel)->EmptyCall(&context, Empty(), &response), StatusCode::OK);
  Expect(response.ByteSizeLong() == 0, "expected a response of no bytes");
}

void LargeUnary(Channel channel) {
  Context context;
  Unary(channel, LargeRequest(), context);
}

void ClientCompressedUnary(Channel channel) {
  SimpleRequest request = LargeRequest();
  request.mutable_expect_compressed()->set_value(true);
  Context probe, compressed, plain;
  SimpleResponse response;
  Expect(TestService::NewStub(channel)->UnaryCall(&probe, request, &response), StatusCode::INVALID_ARGUMENT);
  compressed.set_compression_algorithm(GRPC_COMPRESS_GZIP);
  Unary(channel, request, compressed);
  request.mutable_expect_compressed()->set_value(false);
  Unary(channel, request, plain);
}

void ServerCompressedUnary(Channel channel) {
  for (bool wanted : {true, false}) {
    SimpleRequest request = LargeRequest();
    request.mutable_response_compressed()->set_value(wanted);
    Context context;
    Unary(channel, request, context);
    Expect(InteropClientContextInspector::IsCompressed(context) == wanted, "wrong compression of the response");
  }
}

void ClientStreaming(Channel channel) {
  Context context;
  StreamingInputCallResponse response;
  auto writer = TestService::NewStub(channel)->StreamingInputCall(&context, &response);
  for (int size : kRequests) {
    StreamingInputCallRequest request;
    *request.mutable_payload() = Zeros(size);
    Expect(writer->Write(request), "the call ended early");
  }
  writer->WritesDone();
  Expect(writer->Finish(), StatusCode::OK);
  Expect(response.aggregated_payload_size() == 74922, "wrong aggregated payload size");
}

void ClientCompressedStreaming(Channel channel) {
  StreamingInputCallRequest first, second;
  *first.mutable_payload() = Zeros(27182);
  first.mutable_expect_compressed()->set_value(true);
  *second.mutable_payload() = Zeros(45904);
  second.mutable_expect_compressed()->set_value(false);
  auto stub = TestService::NewStub(channel);
  StreamingInputCallResponse response;
  Context probe, context;
  auto probing = stub->StreamingInputCall(&probe, &response);
  probing->Write(first);
  probing->WritesDone();
  Expect(probing->Finish(), StatusCode::INVALID_ARGUMENT);
  context.set_compression_algorithm(GRPC_COMPRESS_GZIP);
  auto writer = stub->StreamingInputCall(&context, &response);
  writer->Write(first);
  writer->Write(second, grpc::WriteOptions().set_no_compression());
  writer->WritesDone();
  Expect(writer->Finish(), StatusCode::OK);
  Expect(response.aggregated_payload_size() == 73086, "wrong aggregated payload size");
}

void ServerStreaming(Channel channel) {
  StreamingOutputCallRequest request;
  for (int size : kResponses) request.add_response_parameters()->set_size(size);
  Context context;
  auto reader = TestService::NewStub(channel)->StreamingOutputCall(&context, request);
  StreamingOutputCallResponse response;
  for (int size : kResponses) {
    Expect(reader->Read(&response), "expected four responses, came fewer");
    ExpectZeros(response.payload(), size);
  }
  Expect(!reader->Read(&response), "expected four responses, came more");
  Expect(reader->Finish(), StatusCode::OK);
}

void ServerCompressedStreaming(Channel channel) {
  const std::pair<int, bool> wanted[] = {{31415, true}, {92653, false}};
  StreamingOutputCallRequest request;
  for (auto [size, compressed] : wanted) {
    auto* parameters = request.add_response_parameters();
    parameters->set_size(size);
    parameters->mutable_compressed()->set_value(compressed);
  }
  Context context;
  auto reader = TestService::NewStub(channel)->StreamingOutputCall(&context, request);
  StreamingOutputCallResponse response;
  for (auto [size, compressed] : wanted) {
    Expect(reader->Read(&response), "expected two responses, came fewer");
    ExpectZeros(response.payload(), size);
    Expect(InteropClientContextInspector::IsCompressed(context) == compressed, "wrong compression of a response");
  }
  Expect(!reader->Read(&response), "expected two responses, came more");
  Expect(reader->Finish(), StatusCode::OK);
}

void PingPong(Channel channel) {
  Context context;
  auto stream = TestService::NewStub(channel)->FullDuplexCall(&context);
  StreamingOutputCallResponse response;
  for (int i = 0; i < 4; ++i) {
    stream->Write(OutputRequest(kRequests[i], kResponses[i]));
    Expect(stream->Read(&response), "the call ended early");
    ExpectZeros(response.payload(), kResponses[i]);
  }
  stream->WritesDone();
  Expect(!stream->Read(&response), "expected four responses, came more");
  Expect(stream->Finish(), StatusCode::OK);
}

void EmptyStream(Channel channel) {
  Context context;
  auto stream = TestService::NewStub(channel)->FullDuplexCall(&context);
  stream->WritesDone();
  StreamingOutputCallResponse response;
  Expect(!stream->Read(&response), "expected no response");
  Expect(stream->Finish(), StatusCode::OK);
}

void CheckMetadata(const ClientContext& context) {
  auto has = [](const auto& metadata, const std::string& key, const std::string& value) {
    auto found = metadata.find(key);
    return metadata.count(key) == 1 && std::string(found->second.data(), found->second.size()) == value;
  };
  Expect(has(context.GetServerInitialMetadata(), kInitial, "test_initial_metadata_value"), "wrong initial metadata");
  Expect(has(context.GetServerTrailingMetadata(), kTrailing, "\xab\xab\xab"), "wrong trailing metadata");
}

void CustomMetadata(Channel channel) {
  Context unary, duplex;
  for (ClientContext* context : {static_cast<ClientContext*>(&unary), static_cast<ClientContext*>(&duplex)}) {
    context->AddMetadata(kInitial, "test_initial_metadata_value");
    context->AddMetadata(kTrailing, "\xab\xab\xab");
  }
  Unary(channel, LargeRequest(), unary);
  CheckMetadata(unary);
  auto stream = TestService::NewStub(channel)->FullDuplexCall(&duplex);
  stream->Write(OutputRequest(271828, 314159));
  stream->WritesDone();
  StreamingOutputCallResponse response;
  Expect(stream->Read(&response), "expected a response");
  ExpectZeros(response.payload(), 314159);
  Expect(!stream->Read(&response), "expected one response, came more");
  Expect(stream->Finish(), StatusCode::OK);
  CheckMetadata(duplex);
}

Status UnaryStatus(Channel channel, const std::string& message) {
  SimpleRequest request;
  request.mutable_response_status()->set_code(2);
  request.mutable_response_status()->set_message(message);
  Context context;
  SimpleResponse response;
  return TestService::NewStub(channel)->UnaryCall(&context, request, &response);
}

void StatusCodeAndMessage(Channel channel) {
  const std::string message = "test status message";
  Status status = UnaryStatus(channel, message);
  Expect(status, StatusCode::UNKNOWN);
  Expect(status.error_message() == message, "wrong message: " + status.error_message());
  StreamingOutputCallRequest request;
  request.mutable_response_status()->set_code(2);
  request.mutable_response_status()->set_message(message);
  Context context;
  auto stream = TestService::NewStub(channel)->FullDuplexCall(&context);
  stream->Write(request);
  stream->WritesDone();
  StreamingOutputCallResponse response;
  while (stream->Read(&response)) {
  }
  status = stream->Finish();
  Expect(status, StatusCode::UNKNOWN);
  Expect(status.error_message() == message, "wrong message: " + status.error_message());
}

void SpecialStatusMessage(Channel channel) {
  const std::string message = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";
  Status status = UnaryStatus(channel, message);
  Expect(status, StatusCode::UNKNOWN);
  Expect(status.error_message() == message, "wrong message: " + status.error_message());
}

void UnimplementedMethod(Channel channel) {
  Context context;
  Empty response;
  Expect(TestService::NewStub(channel)->UnimplementedCall(&context, Empty(), &response), StatusCode::UNIMPLEMENTED);
}

void UnimplementedServiceCase(Channel channel) {
  Context context;
  Empty response;
  Expect(UnimplementedService::NewStub(channel)->UnimplementedCall(&context, Empty(), &response),
         StatusCode::UNIMPLEMENTED);
}

void CancelAfterBegin(Channel channel) {
  Context context;
  StreamingInputCallResponse response;
  auto writer = TestService::NewStub(channel)->StreamingInputCall(&context, &response);
  context.TryCancel();
  Expect(writer->Finish(), StatusCode::CANCELLED);
}

void CancelAfterFirstResponse(Channel channel) {
  Context context;
  auto stream = TestService::NewStub(channel)->FullDuplexCall(&context);
  stream->Write(OutputRequest(27182, 31415));
  StreamingOutputCallResponse response;
  Expect(stream->Read(&response), "expected a response");
  ExpectZeros(response.payload(), 31415);
  context.TryCancel();
  Expect(stream->Finish(), StatusCode::CANCELLED);
}

void TimeoutOnSleepingServer(Channel channel) {
  ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(1));
  auto stream = TestService::NewStub(channel)->FullDuplexCall(&context);
  StreamingOutputCallRequest request;
  *request.mutable_payload() = Zeros(27182);
  stream->Write(request);
  Expect(stream->Finish(), StatusCode::DEADLINE_EXCEEDED);
}

Channel Connect(const Options& options, int number) {
  grpc::ChannelArguments arguments;
  // Channels with equal arguments would share a connection.
  arguments.SetInt("number", number);
  if (options["ca"].empty()) {
    return grpc::CreateCustomChannel(options["target"], grpc::InsecureChannelCredentials(), arguments);
  }
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = Read(options["ca"]);
  arguments.SetSslTargetNameOverride(options["server-name"]);
  return grpc::CreateCustomChannel(options["target"], grpc::SslCredentials(tls), arguments);
}

const std::map<std::string, std::function<void(Channel)>> kCases = {
    {"empty_unary", EmptyUnary},
    {"large_unary", LargeUnary},
    {"client_compressed_unary", ClientCompressedUnary},
    {"server_compressed_unary", ServerCompressedUnary},
    {"client_streaming", ClientStreaming},
    {"client_compressed_streaming", ClientCompressedStreaming},
    {"server_streaming", ServerStreaming},
    {"server_compressed_streaming", ServerCompressedStreaming},
    {"ping_pong", PingPong},
    {"empty_stream", EmptyStream},
    {"custom_metadata", CustomMetadata},
    {"status_code_and_message", StatusCodeAndMessage},
    {"special_status_message", SpecialStatusMessage},
    {"unimplemented_method", UnimplementedMethod},
    {"unimplemented_service", UnimplementedServiceCase},
    {"cancel_after_begin", CancelAfterBegin},
    {"cancel_after_first_response", CancelAfterFirstResponse},
    {"timeout_on_sleeping_server", TimeoutOnSleepingServer},
};

}  // namespace

int Play(const Options& options) {
  const std::string name = options["case"];
  try {
    if (name == "rpc_soak") {
      Channel channel = Connect(options, 0);
      for (int i = 0; i < 100; ++i) LargeUnary(channel);
    } else if (name == "channel_soak") {
      for (int i = 0; i < 100; ++i) LargeUnary(Connect(options, i));
    } else {
      kCases.at(name)(Connect(options, 0));
    }
  } catch (const Failure& failure) {
    std::cerr << name << " failed: " << failure.message << std::endl;
    return 1;
  }
  std::cout << name << " passed" << std::endl;
  return 0;
}

int main(int count, char** words) {
  const Options options(count, words);
  return std::string(words[1]) == "server" ? Serve(options) : Play(options);
}
