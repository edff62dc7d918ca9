package analysis

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
)

// hash digests the canonical encoding: projection, kind, ids, classes, ties and
// weights in node order, unknown pairs.
func (n *Network) hash() [32]byte {
	e := encoder{buf: make([]byte, 0, 1024), sum: sha256.New()}
	e.text("polehub network 1")
	if n.echo != nil {
		n.echo.encode(&e)
	}
	return n.encode(&e)
}

// content digests the same but for the projection, so that the networks of two
// days are told apart by what they hold.
func (n *Network) content() [32]byte {
	e := encoder{buf: make([]byte, 0, 1024), sum: sha256.New()}
	if n.echo != nil {
		e.flag(n.echo.Imputed > 0) // measures warn of it
	}
	return n.encode(&e)
}

func (n *Network) encode(e *encoder) [32]byte {
	e.flag(n.directed)
	e.int(len(n.ids))
	for _, id := range n.ids {
		e.text(id)
		e.flush()
	}
	e.int(len(n.classes))
	for _, c := range n.classes {
		e.text(c.attribute)
		e.texts(c.names)
		for _, code := range c.code {
			e.int(int(code))
		}
		if c.distances != nil {
			e.text("distances")
			e.floats(c.distances)
		}
	}
	for _, o := range n.ties.off {
		e.int(int(o))
		e.flush()
	}
	for _, a := range n.ties.adj {
		e.int(int(a))
		e.flush()
	}
	e.floats(n.weights)
	e.int(int(n.nUnknown))
	if n.nUnknown > 0 {
		for _, w := range n.unknown.words {
			e.buf = binary.BigEndian.AppendUint64(e.buf, w)
			e.flush()
		}
	}
	e.sum.Write(e.buf)
	return [32]byte(e.sum.Sum(nil))
}

// inputHash is the hash printed with one indicator of the network.
func (n *Network) inputHash(id Indicator, version int) string {
	e := encoder{buf: make([]byte, 0, 96)}
	e.buf = append(e.buf, n.digest[:]...)
	e.text(string(id))
	e.int(version)
	sum := sha256.Sum256(e.buf)
	return hex.EncodeToString(sum[:])
}

// encoder writes a prefix-free encoding: every text carries its length.
type encoder struct {
	buf []byte
	sum hash.Hash
}

// flush digests what is written when there is enough of it, so that the encoding of
// a large network is never whole in memory.
func (e *encoder) flush() {
	if len(e.buf) > 1<<15 {
		e.sum.Write(e.buf)
		e.buf = e.buf[:0]
	}
}

func (e *encoder) int(i int) { e.buf = binary.AppendVarint(e.buf, int64(i)) }

func (e *encoder) floats(list []float64) {
	e.int(len(list))
	for _, x := range list {
		e.buf = binary.BigEndian.AppendUint64(e.buf, math.Float64bits(x))
		e.flush()
	}
}

func (e *encoder) flag(b bool) {
	if b {
		e.int(1)
	} else {
		e.int(0)
	}
}

func (e *encoder) text(s string) {
	e.int(len(s))
	e.buf = append(e.buf, s...)
}

func (e *encoder) texts(list []string) {
	e.int(len(list))
	for _, s := range list {
		e.text(s)
	}
}
