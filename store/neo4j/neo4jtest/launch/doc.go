// Package launch fetches and runs a real Neo4j Community server as a child process.
//
// The server is the Maven artifact org.neo4j:neo4j embedded in one Java file (Server.java), so that tests and benchmarks need
// nothing but a Java Development Kit (17 or later) and, for the first fetch, Maven. Its jars are kept in the user's cache folder.
//
// The child lives as long as its standard input stays open. The system closes that pipe when the parent ends, however it ends,
// so no server outlives the program that started it and no process has to be looked up and killed.
package launch
