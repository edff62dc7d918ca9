#!/usr/bin/env python3
"""Write the cooperation network of a pole as EDGES.csv and NODES.csv.

    python3 pole_edges.py http://127.0.0.1:8080 POLE DAY EDGES.csv NODES.csv

asks a running server; the files are of the form that `polehub analyse` reads,
the layer is called "cooperation", the class attribute "kind".
"""
import csv
import json
import sys
import urllib.request

address, pole, day, edges, nodes = sys.argv[1:6]
query = """query($id: ID!, $day: Date!) { pole(id: $id) { network(projection: {asOf: $day}) {
  nodes { id classes { by class } } ties { from to } } } }"""
request = urllib.request.Request(address + "/graphql", headers={"Content-Type": "application/json"},
                                 data=json.dumps({"query": query, "variables": {"id": pole, "day": day}}).encode())
network = json.load(urllib.request.urlopen(request))["data"]["pole"]["network"]
with open(nodes, "w", newline="", encoding="utf-8") as f:
    w = csv.writer(f)
    w.writerow(["id", "kind"])
    for n in network["nodes"]:
        w.writerow([n["id"], next((c["class"] for c in n["classes"] if c["by"] == "KIND"), "")])
with open(edges, "w", newline="", encoding="utf-8") as f:
    w = csv.writer(f)
    w.writerow(["layer", "source", "target", "weight"])
    for t in network["ties"]:
        w.writerow(["cooperation", t["from"], t["to"], 1])
