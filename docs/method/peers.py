#!/usr/bin/env python3
"""Compute indicators with networkx, igraph and R sna, beside `polehub analyse`.

    python3 peers.py POLEHUB EDGES.csv NODES.csv LAYER directed|undirected [CLASS]

prints a Markdown table: one row an indicator, one column a program. A program
that has no function for an indicator, or no value, leaves its cell empty. The
functions are called with their defaults unless a default would change the
question (direction, weights); `docs/method.md` explains every difference.
Needs networkx, igraph and, for R, Rscript with the package sna.
"""
import csv
import json
import math
import os
import subprocess
import sys
import warnings

import igraph
import networkx as nx


warnings.simplefilter("ignore")  # a value that a program doubts is shown all the same


def read(edges, nodes, layer, directed, attribute):
    with open(nodes, newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    ids = [r["id"] for r in rows]
    classes = {r["id"]: r[attribute] for r in rows} if attribute else {}
    with open(edges, newline="", encoding="utf-8") as f:
        ties = [(r["source"], r["target"]) for r in csv.DictReader(f) if r["layer"] == layer]
    g = nx.DiGraph() if directed else nx.Graph()
    g.add_nodes_from(ids)
    g.add_edges_from(t for t in ties if t[0] != t[1])
    return g, classes


def value(f):
    """The number that f gives, or None where the program refuses or answers NaN."""
    try:
        v = f()
    except Exception:  # each program has its own ways to refuse
        return None
    return None if v is None or (isinstance(v, float) and not math.isfinite(v)) else v


def with_networkx(g, classes):
    directed = g.is_directed()
    u = g.to_undirected()
    n = g.number_of_nodes()
    out = {
        "DENSITY": lambda: nx.density(g),
        "TRANSITIVITY": lambda: nx.transitivity(u),
        "AVERAGE_CLUSTERING_ALL": lambda: nx.average_clustering(u),
        "WEAK_COMPONENTS": lambda: nx.number_connected_components(u),
        "DIAMETER": lambda: nx.diameter(u),
        "MEAN_DISTANCE": lambda: nx.average_shortest_path_length(u),
        "COMPACTNESS": lambda: nx.global_efficiency(u),
        "BRIDGES": lambda: sum(1 for _ in nx.bridges(u)),
        "ARTICULATION_POINTS": lambda: sum(1 for _ in nx.articulation_points(u)),
        "MAX_CORE": lambda: max(nx.core_number(u).values()),
        "TRIANGLES": lambda: sum(nx.triangles(u).values()) // 3,
        "CLIQUES": lambda: sum(1 for c in nx.find_cliques(u) if len(c) >= 3),
        "DEGREE_ASSORTATIVITY": lambda: float(nx.degree_assortativity_coefficient(u)),
        "ISOLATES": lambda: nx.number_of_isolates(u),
        "AVERAGE_DEGREE": lambda: g.number_of_edges() / n * (1 if directed else 2),
        "max BETWEENNESS": lambda: max(nx.betweenness_centrality(u, normalized=False).values()),
        "max CONSTRAINT": lambda: max(v for v in nx.constraint(u).values() if math.isfinite(v)),
        "max EFFECTIVE_SIZE": lambda: max(v for v in nx.effective_size(u).values() if math.isfinite(v)),
        "max PAGERANK": lambda: max(nx.pagerank(g, tol=1e-14, max_iter=10000, weight=None).values()),
        "max HARMONIC_CENTRALITY": lambda: max(nx.harmonic_centrality(u).values()),
    }
    if directed:
        out |= {
            "ARC_RECIPROCITY": lambda: nx.overall_reciprocity(g),
            "STRONG_COMPONENTS": lambda: nx.number_strongly_connected_components(g),
            "TRANSITIVITY_DIRECTED": lambda: None,
            "CLUSTERING_FAGIOLO": lambda: nx.average_clustering(g),
        }
    if classes:
        nx.set_node_attributes(g, classes, "class")
        out["NOMINAL_ASSORTATIVITY"] = lambda: float(nx.attribute_assortativity_coefficient(g, "class"))
        parts = {}
        for node, c in classes.items():
            parts.setdefault(c, set()).add(node)
        out["PARTITION_MODULARITY"] = lambda: nx.community.modularity(u, parts.values(), weight=None)
    return {k: value(f) for k, f in out.items()}


def with_igraph(g, classes):
    directed = g.is_directed()
    ids = list(g)
    at = {v: i for i, v in enumerate(ids)}
    h = igraph.Graph(n=len(ids), edges=[(at[a], at[b]) for a, b in g.edges()], directed=directed)
    u = h.as_undirected(mode="collapse")
    finite = lambda vs: max(v for v in vs if v == v)
    out = {
        "DENSITY": lambda: h.density(),
        "TRANSITIVITY": lambda: u.transitivity_undirected(),
        "AVERAGE_CLUSTERING": lambda: u.transitivity_avglocal_undirected(mode="nan"),
        "AVERAGE_CLUSTERING_ALL": lambda: u.transitivity_avglocal_undirected(mode="zero"),
        "WEAK_COMPONENTS": lambda: len(u.connected_components()),
        "DIAMETER": lambda: u.diameter(),
        "MEAN_DISTANCE": lambda: u.average_path_length(),
        "BRIDGES": lambda: len(u.bridges()),
        "ARTICULATION_POINTS": lambda: len(u.articulation_points()),
        "MAX_CORE": lambda: max(u.coreness()),
        "TRIANGLES": lambda: len(u.list_triangles()),
        "CLIQUES": lambda: len(u.maximal_cliques(min=3)),
        "DEGREE_ASSORTATIVITY": lambda: u.assortativity_degree(directed=False),
        "AVERAGE_DEGREE": lambda: sum(h.degree(mode="out")) / len(ids),
        "max BETWEENNESS": lambda: max(u.betweenness()),
        "max CONSTRAINT": lambda: finite(u.constraint()),
        "max PAGERANK": lambda: max(h.pagerank(damping=0.85)),
        "max EIGENVECTOR_CENTRALITY": lambda: max(u.eigenvector_centrality(scale=False)),
        "COMMUNITY_MODULARITY": lambda: u.community_optimal_modularity().modularity if len(ids) <= 40 else None,
    }
    if directed:
        out |= {
            "ARC_RECIPROCITY": lambda: h.reciprocity(),
            "DYAD_RECIPROCITY": lambda: h.reciprocity(mode="ratio"),
            "STRONG_COMPONENTS": lambda: len(h.connected_components(mode="strong")),
            "DYAD_CENSUS MUTUAL": lambda: h.dyad_census()[0],
            "DYAD_CENSUS ASYMMETRIC": lambda: h.dyad_census()[1],
        }
    if classes:
        codes = {c: i for i, c in enumerate(sorted(set(classes.values())))}
        types = [codes[classes[v]] for v in ids]
        out["NOMINAL_ASSORTATIVITY"] = lambda: h.assortativity_nominal(types, directed=directed)
        out["PARTITION_MODULARITY"] = lambda: u.modularity(types)
    return {k: value(f) for k, f in out.items()}


def with_sna(edges, nodes, layer, directed):
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers.R")
    run = subprocess.run(["Rscript", "--vanilla", script, edges, nodes, layer, "directed" if directed else "undirected"],
                         capture_output=True, text=True, check=True)
    out = {}
    for line in run.stdout.splitlines():
        key, v = line.split("\t")
        out[key] = None if v in ("NA", "NaN", "Inf", "-Inf") else float(v)
    return out


def with_polehub(program, edges, nodes, layer, directed, attribute):
    command = [program, "analyse", edges, "--nodes", nodes, "--layer", layer,
               "--directed" if directed else "--undirected", "--format", "json"]
    if attribute:
        command += ["--class", attribute]
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["layers"][layer]
    out = {}
    for m in answer["measures"]:
        keys = m["scope"]["keys"]
        name = m["id"] + (" " + " ".join(keys) if keys else "")
        out[name] = m["value"] if m["value"] is not None else m["reason"]
    for node in answer["nodes"]:
        for k, v in node["measures"].items():
            if v is not None and not isinstance(v, str):
                out["max " + k] = max(out.get("max " + k, v), v)
    return out


def show(v):
    if v is None:
        return ""
    if isinstance(v, str):
        return f"– `{v}`"
    return f"{v:.10g}"


def main():
    program, edges, nodes, layer, kind = sys.argv[1:6]
    attribute = sys.argv[6] if len(sys.argv) > 6 else ""
    directed = kind == "directed"
    g, classes = read(edges, nodes, layer, directed, attribute)
    ours = with_polehub(program, edges, nodes, layer, directed, attribute)
    peers = [with_networkx(g, classes), with_igraph(g, classes), with_sna(edges, nodes, layer, directed)]
    print("| indicator | polehub | networkx | igraph | sna | |\n|---|---|---|---|---|---|")
    for key in sorted(set().union(*peers)):
        values = [p.get(key) for p in peers]
        if all(v is None for v in values):
            continue
        mine = ours.get(key)
        differs = [v for v in values if v is not None and (not isinstance(mine, (int, float)) or abs(v - mine) > 1e-9 * max(1, abs(mine)))]
        print(f"| `{key}` | {show(mine)} | {' | '.join(show(v) for v in values)} | {'≠' if differs else ''} |")


main()
