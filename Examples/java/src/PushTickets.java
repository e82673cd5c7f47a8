import com.google.protobuf.Timestamp;
import dev.redsail.v1.BatchCreateTicketsRequest;
import dev.redsail.v1.CreateTicketRequest;
import dev.redsail.v1.ImportTicketsRequest;
import dev.redsail.v1.ImportTicketsResponse;
import dev.redsail.v1.Ticket;
import dev.redsail.v1.TicketCaller;
import dev.redsail.v1.TicketImportResult;
import dev.redsail.v1.TicketServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Pushes a file of hotline tickets to RedSail, and says of each what became of it:
 *
 * <p>PushTickets HOST:PORT FILE [--unary]
 *
 * <p>One client stream carries them all; --unary sends unary calls instead, for gateways that do not pass streams. Run
 * again, it finds what is there already. Ends with 1 if a ticket was refused.
 */
final class PushTickets {
  private static final String CITY = "cities/370800";
  private static final String SYSTEM = "jining-12345";

  /** A message may hold 1,000 entries and 4 MiB: 200 fit, even where each has the longest content there can be. */
  private static final int MESSAGE_ENTRIES = 200;

  /** A stream may hold so many; more go in several streams. */
  private static final int STREAM_ENTRIES = 10_000;

  private static final int ATTEMPTS = 8;

  private PushTickets() {}

  /** The same record always gets the same id: with it, a second try finds what the first one stored. */
  static String requestId(String recordNumber) throws Exception {
    String key = SYSTEM + "/" + recordNumber;
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    long high = 0;
    long low = 0;
    for (int index = 0; index < 8; index++) {
      high = high << 8 | digest[index] & 0xff;
      low = low << 8 | digest[index + 8] & 0xff;
    }
    // Version 4 of RFC 9562: the digest stands for the random bits.
    return new UUID(high & ~0xf000L | 0x4000L, low & ~(3L << 62) | 1L << 63).toString();
  }

  /** The ticket in one line. The caller's name and telephone number go beside the ticket, never into it. */
  static CreateTicketRequest createRequest(String line) throws Exception {
    String[] cells = line.split(",", -1); // The file has no quoted cells.
    if (cells.length != 8) {
      throw new IllegalArgumentException("expected 8 cells, found " + cells.length + ": " + line);
    }
    CreateTicketRequest.Builder request = CreateTicketRequest.newBuilder().setRequestId(requestId(cells[0]));
    request.setEventTime(Timestamp.newBuilder().setSeconds(OffsetDateTime.parse(cells[1]).toEpochSecond()));
    request
        .getTicketBuilder()
        .setSource(Ticket.Source.SOURCE_HOTLINE)
        .setSourceSystem(SYSTEM)
        .setRecordNumber(cells[0])
        .setDivision(CITY + "/divisions/" + cells[2])
        .setKind(Ticket.Kind.valueOf("KIND_" + cells[3]))
        .setTitle(cells[4])
        .setContent(cells[5]);
    if (!cells[6].isEmpty() || !cells[7].isEmpty()) {
      request.setCaller(TicketCaller.newBuilder().setPersonalName(cells[6]).setPhone(cells[7]));
    }
    return request.build();
  }

  static <Item> List<List<Item>> parts(List<Item> items, int size) {
    List<List<Item>> parts = new ArrayList<>();
    for (int start = 0; start < items.size(); start += size) {
      parts.add(items.subList(start, Math.min(start + size, items.size())));
    }
    return parts;
  }

  static List<TicketImportResult> importStream(ManagedChannel channel, List<CreateTicketRequest> requests) {
    CompletableFuture<ImportTicketsResponse> answer = new CompletableFuture<>();
    StreamObserver<ImportTicketsRequest> stream =
        TicketServiceGrpc.newStub(channel)
            .withDeadlineAfter(300, TimeUnit.SECONDS)
            .importTickets(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ImportTicketsResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable error) {
                    answer.completeExceptionally(error);
                  }

                  @Override
                  public void onCompleted() {}
                });
    // At most 50 messages: what the network does not take yet may wait in memory.
    for (List<CreateTicketRequest> part : parts(requests, MESSAGE_ENTRIES)) {
      stream.onNext(ImportTicketsRequest.newBuilder().setParent(CITY).addAllRequests(part).build());
    }
    stream.onCompleted();
    try {
      return answer.join().getResultsList();
    } catch (CompletionException error) {
      throw error.getCause() instanceof StatusRuntimeException refused ? refused : error;
    }
  }

  static List<TicketImportResult> batchCreate(ManagedChannel channel, List<CreateTicketRequest> requests) {
    BatchCreateTicketsRequest batch =
        BatchCreateTicketsRequest.newBuilder().setParent(CITY).addAllRequests(requests).build();
    return TicketServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(60, TimeUnit.SECONDS)
        .batchCreateTickets(batch)
        .getResultsList();
  }

  /** Sends until there is an answer. The request ids make it safe: nothing is stored twice. */
  static List<TicketImportResult> push(ManagedChannel channel, List<CreateTicketRequest> requests, boolean unary)
      throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        return unary ? batchCreate(channel, requests) : importStream(channel, requests);
      } catch (StatusRuntimeException error) {
        if (!Errors.isTransient(error) || attempt == ATTEMPTS - 1) {
          throw error;
        }
        long wait = Math.min(1L << attempt, 30);
        System.err.println(Errors.explain(error) + "\nagain in " + wait + " s");
        TimeUnit.SECONDS.sleep(wait);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    boolean unary = arguments.length == 3 && arguments[2].equals("--unary");
    if (arguments.length != 2 && !unary) {
      System.err.println("usage: PushTickets HOST:PORT FILE [--unary]");
      System.exit(2);
    }
    List<CreateTicketRequest> requests = new ArrayList<>();
    List<String> lines = Files.readAllLines(Path.of(arguments[1]));
    for (String line : lines.subList(1, lines.size())) {
      requests.add(createRequest(line));
    }
    int stored = 0;
    int present = 0;
    int refused = 0;
    ManagedChannel channel = NettyChannelBuilder.forTarget(arguments[0]).usePlaintext().build();
    try {
      for (List<CreateTicketRequest> part : parts(requests, unary ? MESSAGE_ENTRIES : STREAM_ENTRIES)) {
        for (TicketImportResult result : push(channel, part, unary)) {
          String number = part.get(result.getIndex()).getTicket().getRecordNumber();
          if (result.hasError()) {
            refused++;
            System.out.println("refused " + number + ": " + Errors.explain(result.getError()));
          } else if (result.getReceipt().getAlreadyPresent()) {
            present++;
            System.out.println("present " + number + ": " + result.getReceipt().getName());
          } else {
            stored++;
            System.out.println("stored " + number + ": " + result.getReceipt().getName());
          }
        }
      }
    } catch (StatusRuntimeException error) {
      System.err.println(Errors.explain(error));
      System.exit(1);
    } finally {
      channel.shutdownNow();
    }
    System.out.println("stored " + stored + ", present " + present + ", refused " + refused);
    System.exit(refused == 0 ? 0 : 1);
  }
}
