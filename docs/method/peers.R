# Indicators by R sna, one a line: name, tab, value. See peers.py.
args <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages(library(sna))
edges <- read.csv(args[1], colClasses = "character")
nodes <- read.csv(args[2], colClasses = "character")
edges <- edges[edges$layer == args[3] & edges$source != edges$target, ]
directed <- args[4] == "directed"
n <- nrow(nodes)
m <- matrix(0, n, n, dimnames = list(nodes$id, nodes$id))
m[cbind(match(edges$source, nodes$id), match(edges$target, nodes$id))] <- 1
u <- pmax(m, t(m))
a <- if (directed) m else u
mode <- if (directed) "digraph" else "graph"
say <- function(name, f) {
  v <- tryCatch(as.numeric(f()), error = function(e) NA)
  cat(name, "\t", format(v[1], digits = 16), "\n", sep = "")
}
say("DENSITY", function() gden(a, mode = mode))
say("CONNECTEDNESS", function() connectedness(u))
say("ISOLATES", function() length(isolates(u)))
say("WEAK_COMPONENTS", function() components(u, connected = "weak"))
say("DEGREE_CENTRALIZATION", function() centralization(u, degree, mode = "graph"))
say("BETWEENNESS_CENTRALIZATION", function() centralization(u, betweenness, mode = "graph"))
say("CLOSENESS_CENTRALIZATION", function() centralization(u, closeness, mode = "graph"))
say("TRANSITIVITY", function() gtrans(u, mode = "graph"))
say("max BETWEENNESS", function() max(betweenness(u, gmode = "graph")))
say("max EIGENVECTOR_CENTRALITY", function() max(abs(evcent(u, gmode = "graph"))))
say("max HARMONIC_CENTRALITY", function() max(closeness(u, gmode = "graph", cmode = "suminvundir") * (n - 1)))
say("MAX_CORE", function() max(kcores(u, mode = "graph", cmode = "degree")))
say("ARTICULATION_POINTS", function() length(cutpoints(u, mode = "graph", connected = "weak")))
if (directed) {
  census <- dyad.census(a)
  say("DYAD_CENSUS MUTUAL", function() census[1])
  say("DYAD_CENSUS ASYMMETRIC", function() census[2])
  say("DYAD_CENSUS NULL", function() census[3])
  say("DYADIC_SYMMETRY", function() grecip(a, measure = "dyadic"))
  say("ARC_RECIPROCITY", function() grecip(a, measure = "edgewise"))
  say("RECIPROCITY_CORRELATION", function() grecip(a, measure = "correlation"))
  say("TRANSITIVITY_DIRECTED", function() gtrans(a, mode = "digraph", measure = "weak"))
  say("KRACKHARDT_HIERARCHY", function() hierarchy(a, measure = "krackhardt"))
  say("KRACKHARDT_EFFICIENCY", function() efficiency(a))
  say("KRACKHARDT_LUBNESS", function() lubness(a))
  say("STRONG_COMPONENTS", function() components(a, connected = "strong"))
  say("OUT_DEGREE_CENTRALIZATION", function() centralization(a, degree, cmode = "outdegree"))
  say("IN_DEGREE_CENTRALIZATION", function() centralization(a, degree, cmode = "indegree"))
  say("BETWEENNESS_CENTRALIZATION_DIRECTED", function() centralization(a, betweenness))
}
