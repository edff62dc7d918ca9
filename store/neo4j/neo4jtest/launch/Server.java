import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j Community server on 127.0.0.1 that lives as long as its standard input stays open.
 *
 * <p>Arguments: the home folder, the Bolt port (0 lets the system choose) and "keep" or "delete", which says what
 * becomes of the home folder at the end. The environment variable POLEHUB_NEO4J_PASSWORD turns authentication on and
 * is the password of the user "neo4j". When the server answers, the line "ready PORT" goes to standard output. The
 * server stops in good order when standard input ends (the parent closed it, or died) and on a signal.
 */
public class Server {
    public static void main(String[] args) {
        // Neo4j's threads outlive main, also when main fails: only exit ends the process.
        try {
            Path home = Path.of(args[0]);
            boolean delete = args[2].equals("delete");
            DatabaseManagementService service =
                    start(home, Integer.parseInt(args[1]), System.getenv("POLEHUB_NEO4J_PASSWORD"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, home, delete)));
            System.out.println("ready " + boltPort(service));
            System.setOut(System.err); // nobody reads standard output any more
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static DatabaseManagementService start(Path home, int port, String password) {
        DatabaseManagementService service = build(home, port, password != null);
        if (password != null) {
            service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                    .executeTransactionally(
                            "CREATE OR REPLACE USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
                            Map.of("password", password));
        }
        return service;
    }

    private static void stop(DatabaseManagementService service, Path home, boolean delete) {
        try {
            service.shutdown();
            if (delete) {
                deleteAll(home);
            }
            Runtime.getRuntime().halt(0); // also after a signal: this was an orderly end
        } catch (Exception failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static DatabaseManagementService build(Path home, int port, boolean auth) {
        Duration grace = Duration.ofMillis(100); // the defaults make every stop take ten seconds
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, grace)
                .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, grace)
                .setConfig(GraphDatabaseSettings.auth_enabled, auth)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
    }

    private static int boltPort(DatabaseManagementService service) {
        GraphDatabaseAPI system =
                (GraphDatabaseAPI) service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        return system.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }

    private static void deleteAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
