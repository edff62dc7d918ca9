// Package neo4jtest gives tests a real Neo4j: the store is never tested against a mock.
//
// [Start] finds the server of the test binary:
//
//   - the one that NEO4J_TEST_URI names (with NEO4J_TEST_USER, NEO4J_TEST_PASSWORD and NEO4J_TEST_DATABASE), which the tests
//     then own: [Server.Clean] deletes everything in it;
//   - otherwise one that package launch starts on first use and that ends with the test binary;
//   - otherwise, where Java or the jars are missing, the test is skipped with one line that says so, or fails when
//     POLEHUB_REQUIRE_NEO4J=1, as it is in continuous integration.
//
// All tests of a binary share that server and its one database, so they call [Server.Clean] first and do not run in parallel.
// A test that stops its server, or needs a password, takes its own by [StartOwn].
// [CountRequests] proves how many statements a piece of code sends.
package neo4jtest
