// grpc.testing.TestService on grpc C++.
#include <csignal>
#include <iostream>
#include <thread>

#include "interop.h"

using namespace grpc::testing;
using grpc::ServerContext;
using grpc::Status;
using grpc::StatusCode;

namespace {

class Service : public TestService::Service {
  Status EmptyCall(ServerContext*, const Empty*, Empty*) override { return Status::OK; }

  Status UnaryCall(ServerContext* context, const SimpleRequest* request, SimpleResponse* response) override {
    EchoMetadata(context);
    if (request->has_expect_compressed() && IsUnexpected(context, request->expect_compressed())) return Unexpected();
    if (request->response_compressed().value()) context->set_compression_algorithm(GRPC_COMPRESS_GZIP);
    if (request->has_response_status()) return Echo(request->response_status());
    response->mutable_payload()->set_body(std::string(request->response_size(), '\0'));
    return Status::OK;
  }

  Status StreamingOutputCall(ServerContext* context, const StreamingOutputCallRequest* request,
                             grpc::ServerWriter<StreamingOutputCallResponse>* writer) override {
    context->set_compression_algorithm(GRPC_COMPRESS_GZIP);
    return Answer(*request, writer);
  }

  Status StreamingInputCall(ServerContext* context, grpc::ServerReader<StreamingInputCallRequest>* reader,
                            StreamingInputCallResponse* response) override {
    StreamingInputCallRequest request;
    int size = 0;
    while (reader->Read(&request)) {
      if (request.has_expect_compressed() && IsUnexpected(context, request.expect_compressed())) return Unexpected();
      size += request.payload().body().size();
    }
    response->set_aggregated_payload_size(size);
    return Status::OK;
  }

  Status FullDuplexCall(
      ServerContext* context,
      grpc::ServerReaderWriter<StreamingOutputCallResponse, StreamingOutputCallRequest>* stream) override {
    EchoMetadata(context);
    StreamingOutputCallRequest request;
    while (stream->Read(&request)) {
      Status status = Answer(request, stream);
      if (!status.ok()) return status;
    }
    return Status::OK;
  }

  template <class Writer>
  Status Answer(const StreamingOutputCallRequest& request, Writer* writer) {
    if (request.has_response_status()) return Echo(request.response_status());
    for (const auto& parameters : request.response_parameters()) {
      std::this_thread::sleep_for(std::chrono::microseconds(parameters.interval_us()));
      StreamingOutputCallResponse response;
      response.mutable_payload()->set_body(std::string(parameters.size(), '\0'));
      grpc::WriteOptions options;
      if (!parameters.compressed().value()) options.set_no_compression();
      writer->Write(response, options);
    }
    return Status::OK;
  }

  static bool IsUnexpected(ServerContext* context, const BoolValue& expected) {
    return expected.value() != InteropServerContextInspector::IsCompressed(*context);
  }

  static Status Unexpected() { return {StatusCode::INVALID_ARGUMENT, "the request is not compressed as it says"}; }

  static Status Echo(const EchoStatus& status) { return {static_cast<StatusCode>(status.code()), status.message()}; }

  static void EchoMetadata(ServerContext* context) {
    for (const auto& [key, value] : context->client_metadata()) {
      std::string text(value.data(), value.size());
      if (key == kInitial) context->AddInitialMetadata(kInitial, text);
      if (key == kTrailing) context->AddTrailingMetadata(kTrailing, text);
    }
  }
};

}  // namespace

int Serve(const Options& options) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::shared_ptr<grpc::ServerCredentials> credentials = grpc::InsecureServerCredentials();
  if (!options["tls-certificate"].empty()) {
    grpc::SslServerCredentialsOptions tls;
    tls.pem_key_cert_pairs.push_back({Read(options["tls-key"]), Read(options["tls-certificate"])});
    credentials = grpc::SslServerCredentials(tls);
  }
  Service service;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", credentials, &port).RegisterService(&service);
  auto server = builder.BuildAndStart();
  std::cout << "ready 127.0.0.1:" << port << std::endl;
  int signal;
  sigwait(&signals, &signal);
  server->Shutdown();
  return 0;
}
