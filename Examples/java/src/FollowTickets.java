import dev.redsail.v1.Change;
import dev.redsail.v1.ChangeFeedServiceGrpc;
import dev.redsail.v1.ListChangesRequest;
import dev.redsail.v1.ListChangesResponse;
import dev.redsail.v1.Ticket;
import dev.redsail.v1.WatchChangesRequest;
import dev.redsail.v1.WatchChangesResponse;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Prints every change of a city's tickets and goes on where it stopped: FollowTickets HOST:PORT CURSOR_FILE [--poll].
 *
 * <p>It follows one stream until it is stopped. With --poll it pulls what is new in unary calls and ends, for gateways
 * that cut streams: let a timer run it. Both keep their place in CURSOR_FILE, and may take turns on it.
 */
final class FollowTickets {
  private static final String CITY = "cities/370800";
  private static final String KIND = "redsail/Ticket";

  /** A stream that a router forgot looks like a silent one. This ends it, and the cursor goes on in a new one. */
  private static final int STREAM_SECONDS = 600;

  private final ManagedChannel channel;
  private final Path file;
  private long wait = 1;

  private FollowTickets(ManagedChannel channel, Path file) {
    this.channel = channel;
    this.file = file;
  }

  private String kept() throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Replaces the file as a whole: a kill leaves the old cursor or the new one, never half of one. */
  private void keep(String cursor) throws IOException {
    Path fresh = Path.of(file + ".new");
    try (FileChannel output =
        FileChannel.open(
            fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      output.write(ByteBuffer.wrap(cursor.getBytes(StandardCharsets.UTF_8)));
      output.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void handle(List<Change> changes, String cursor) throws IOException {
    for (Change change : changes) {
      String kind = change.getKind().name().substring("KIND_".length());
      String line = change.getRevision() + " " + kind + " " + change.getName();
      // A change of kind REMOVED comes without the record: drop it.
      if (change.hasTicket()) {
        Ticket ticket = change.getTicket();
        line += " " + ticket.getState().name().substring("STATE_".length());
        line += " " + ticket.getSourceSystem() + "/" + ticket.getRecordNumber();
        line += ticket.getPublicAnswer().isEmpty() ? "" : " " + ticket.getPublicAnswer();
      }
      System.out.println(line);
    }
    // Only now: a kill in between repeats changes, with the same revisions, but never skips one.
    keep(cursor);
    wait = 1;
  }

  private void watch() throws IOException {
    WatchChangesRequest request =
        WatchChangesRequest.newBuilder().setParent(CITY).addKinds(KIND).setCursor(kept()).build();
    Iterator<WatchChangesResponse> messages =
        ChangeFeedServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(STREAM_SECONDS, TimeUnit.SECONDS)
            .watchChanges(request);
    while (messages.hasNext()) {
      WatchChangesResponse message = messages.next();
      handle(message.getChangesList(), message.getCursor());
    }
  }

  private void poll() throws IOException {
    ListChangesResponse answer;
    do {
      ListChangesRequest request =
          ListChangesRequest.newBuilder()
              .setParent(CITY)
              .addKinds(KIND)
              .setMaxChanges(500)
              .setCursor(kept())
              .build();
      answer =
          ChangeFeedServiceGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS).listChanges(request);
      handle(answer.getChangesList(), answer.getNextCursor());
    } while (answer.getMore());
  }

  private void follow() throws IOException, InterruptedException {
    while (true) {
      try {
        watch();
      } catch (StatusRuntimeException error) {
        if (!Errors.isTransient(error)) {
          throw error;
        }
        if (error.getStatus().getCode() == Code.DEADLINE_EXCEEDED) {
          continue;
        }
        System.err.println(Errors.explain(error) + "\nagain in " + wait + " s");
        TimeUnit.SECONDS.sleep(wait);
        wait = Math.min(wait * 2, 30);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    boolean poll = arguments.length == 3 && arguments[2].equals("--poll");
    if (arguments.length != 2 && !poll) {
      System.err.println("usage: FollowTickets HOST:PORT CURSOR_FILE [--poll]");
      System.exit(2);
    }
    ManagedChannel channel = NettyChannelBuilder.forTarget(arguments[0]).usePlaintext().build();
    FollowTickets program = new FollowTickets(channel, Path.of(arguments[1]));
    try {
      if (poll) {
        program.poll();
      } else {
        program.follow();
      }
    } catch (StatusRuntimeException error) {
      System.err.println(Errors.explain(error));
      System.exit(1);
    } finally {
      channel.shutdownNow();
    }
  }
}
