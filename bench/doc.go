// Package bench measures the product against the figures it has to reach. It
// holds benchmarks only; what is compared runs side by side in one run, on the
// synthetic hub of package seed/synthetic (seed 1), so that ratios hold on a
// busy machine too: the ways to answer a question take turns.
//
// Everything, in the order below:
//
//	make bench
//
// One by one (from the root of the repository; Neo4j is found or started as in
// store/neo4j/neo4jtest, and what needs it skips without it):
//
//	go test -run '^$' -bench BenchmarkImportSQLite -benchtime 1x ./bench
//	POLEHUB_BENCH_SCALE=25 go test -run '^$' -bench BenchmarkImportSQLite -benchtime 1x -timeout 1h ./bench
//	go test -run '^$' -bench BenchmarkImportNeo4j -benchtime 1x ./bench
//	go test -run '^$' -bench BenchmarkQueries ./bench
//	go test -run '^$' -bench BenchmarkQueries/q2 -benchtime 5s -count 5 ./bench
//	go test -run '^$' -bench BenchmarkNetworks -benchtime 20x ./bench
//	go test -run '^$' -bench BenchmarkGrids -benchtime 20x ./bench
//	go test -run '^$' -bench BenchmarkReport -benchtime 20x ./bench
//	go test -run '^$' -bench BenchmarkStart -benchtime 3x ./bench
//
// Environment:
//
//	POLEHUB_BENCH_SCALE  1 (default), 10 or 25 times 20,000 contracts
//	POLEHUB_BENCH_WAYS   the ways to measure, separated by commas (neo4j,
//	                     neo4j-cached, sqlite, sqlite-cached, cypher, sql);
//	                     all by default. One alone is what to profile:
//	                     -cpuprofile, -memprofile
//
// # Imports
//
// BenchmarkImportSQLite runs the built program, "polehub import", as a child
// process on a CSV bundle: rows/s are rows of the bundle's files over the life
// of the process, MiB its greatest resident size as the kernel has counted it.
//
// BenchmarkImportNeo4j imports the same records by the code of that command
// (reading, validation, comparison with what is stored, references, change
// log) and, in the same run, by bare UNWIND … MERGE statements of nodes and
// relationships with the same properties, labels, constraints and indexes, in
// transactions of as many rows. The rows of the bare way are made beforehand;
// it checks nothing and keeps no change log.
//
// # Questions
//
// BenchmarkQueries asks q1 to q7 in up to six ways:
//
//	neo4j          GraphQL over HTTP, the hub in Neo4j; the client reads the
//	               whole answer. The server keeps no answers: each question is
//	               one that comes for the first time at its revision
//	neo4j-cached   q1 to q6 of a server that keeps answers as the program does by
//	               default: 100 different questions (one where there are no
//	               variables) come again and again and the revision stands still.
//	               What is measured is everything before the execution, and one
//	               reading of the revision
//	sqlite         as neo4j, the hub in SQLite
//	sqlite-cached  as neo4j-cached, the hub in SQLite
//	cypher         one statement written by hand for the question and for the
//	               graph as it is, by ExecuteQuery with readers routing; the
//	               answer is decoded by the driver and not marshalled
//	sql            q2 only: one SQL statement on the file, scanned and marshalled
//
// Before the clock starts the answers of all ways are compared. Inputs go
// through many poles and organisations, in the same order for each way. The
// client keeps its connections; c1 asks one question at a time, c4 four.
// Metrics: way/s are requests a second, way-cpu-ms is the processor time of
// this process (client and server of GraphQL, or the driver) a request, without
// what Neo4j uses. The table at the end marks ratios below their figure with !.
//
// # Networks, grids and start
//
// BenchmarkNetworks asks for density and mix of all poles in one document, cold
// (a write before each), warm (networks and measures are kept, the answer is not),
// and cached (the answer is kept). BenchmarkGrids asks for the states of all criteria
// of the three grids, of one pole after another and of all poles in one document; nothing
// is kept of them but the networks. The figures to reach are 20 ms for a pole and a
// second for all 200. BenchmarkReport makes the printable report of one pole after
// another, up to the written page: under 300 ms. BenchmarkStart starts the built program with
// the demonstration hub and takes the time to its first answer and its resident
// size, idle after the start and after 100 queries.
//
// # Large networks
//
// large/compare.py lets the kernels of package analysis, igraph and NetworKit take
// turns on one network of a million members and 8,750,000 ties, compares what they
// find and prints our time over that of the faster of the others, with the memory that
// the network holds and that building it takes at the most. It needs Linux and Python
// packages and starts large/main.go, the same edge list in hand; nothing else does.
//
//	pip install igraph networkit numpy
//	python3 bench/large/compare.py
//
// # Intervals and tests
//
// calibration simulates networks of 4 to 30 members and counts how often intervals hold
// the true value and tests reject a true null model; calibration/RESULT.md keeps what
// it found. BenchmarkInference and BenchmarkDraws of package analysis measure their
// speed.
//
//	go run ./bench/calibration > bench/calibration/RESULT.md
//
// large/cug.R prints how many replicates a second the sna package of R does of the test
// that BenchmarkDraws times, CUG_TIES on 20 nodes and 150 arcs: to be run in turns.
//
//	Rscript bench/large/cug.R
//	go test ./analysis -run '^$' -bench Draws/CUG_TIES
package bench
