package storetest

import (
	"pgregory.net/rapid"

	"polehub/hub"
)

// Hubs generates the records of a whole hub, at most so many of each noun, in
// an order in which references point backwards: for the properties of what
// reads and writes hubs.
func Hubs(most int) *rapid.Generator[[]hub.Record] { return hubs(most) }
