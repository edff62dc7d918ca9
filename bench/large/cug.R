# How many replicates of a conditional uniform graph test sna does in a second: digraphs
# of 20 nodes and 150 arcs, transitivity of each, as BenchmarkDraws of package analysis.
#
#	Rscript bench/large/cug.R
suppressPackageStartupMessages(library(sna))
set.seed(1)
arcs <- which(diag(20) == 0)
g <- matrix(0, 20, 20)
g[sample(arcs, 150)] <- 1
reps <- 2000
seconds <- system.time(cug.test(g, gtrans, cmode = "edges", reps = reps))[["elapsed"]]
cat(sprintf("%.0f replicates/s (%d in %.2f s)\n", reps / seconds, reps, seconds))
