package neo4jtest

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
)

const (
	handshakeSize   = 20         // the magic number and four proposals
	manifestReply   = 0x000001FF // the server asks for the second round that Bolt 5.7 and later know
	runTag          = 0x10
	structNibble    = 0xB0
	headerOfMessage = 2 // bytes of a message that show its tag: the structure marker, then the tag
)

// CountRequests puts a proxy before the server at uri until the end of the test. count returns how many statements (Bolt RUN
// messages) its clients have sent: code that is fast whatever the size of its answer sends a constant number of them.
// A client that looks at the count after it read its answer sees its own statements counted. No TLS.
func CountRequests(t testing.TB, uri string) (proxyURI string, count func() int64) {
	t.Helper()
	target, err := url.Parse(uri)
	if err != nil {
		t.Fatal("neo4jtest:", err)
	}
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal("neo4jtest:", err)
	}
	p := &proxy{target: target.Host, connections: map[net.Conn]bool{}}
	p.running.Go(func() { p.accept(listener) })
	t.Cleanup(func() {
		_ = listener.Close()
		p.closeAll()
		p.running.Wait()
	})
	target.Host = listener.Addr().String()
	return target.String(), p.runs.Load
}

type proxy struct {
	target  string
	runs    atomic.Int64
	running sync.WaitGroup

	mu          sync.Mutex
	closed      bool
	connections map[net.Conn]bool
}

func (p *proxy) accept(listener net.Listener) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return // the test is over
		}
		p.running.Go(func() { p.serve(client) })
	}
}

// serve forwards one connection. An error on either side ends both: the client sees what it would see without the proxy.
func (p *proxy) serve(client net.Conn) {
	if !p.own(client) {
		return
	}
	defer p.release(client)
	server, err := net.Dial("tcp", p.target)
	if err != nil || !p.own(server) {
		return
	}
	defer p.release(server)

	requests := bufio.NewReader(client)
	manifest, err := forwardHandshake(requests, client, server)
	if err != nil {
		return
	}
	p.running.Go(func() {
		_, _ = io.Copy(client, server)
		_ = client.Close() // wakes the reader of requests below
	})
	if manifest {
		err = forwardChoice(server, requests)
	}
	for err == nil {
		err = forwardMessage(server, requests, func(tag byte) {
			if tag == runTag {
				p.runs.Add(1)
			}
		})
	}
}

// own notes a connection to close at the end; once the end has come it closes the connection and says no.
func (p *proxy) own(c net.Conn) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		_ = c.Close()
		return false
	}
	p.connections[c] = true
	return true
}

func (p *proxy) release(c net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.connections, c)
	_ = c.Close()
}

func (p *proxy) closeAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	for c := range p.connections {
		_ = c.Close()
	}
}

// forwardHandshake passes the client's proposals and the first four bytes of the answer, and says whether the client has still
// to choose from a manifest of versions.
func forwardHandshake(requests io.Reader, client, server net.Conn) (manifest bool, err error) {
	if _, err := io.CopyN(server, requests, handshakeSize); err != nil {
		return false, err
	}
	var reply [4]byte
	if _, err := io.ReadFull(server, reply[:]); err != nil {
		return false, err
	}
	_, err = client.Write(reply[:])
	return binary.BigEndian.Uint32(reply[:]) == manifestReply, err
}

// forwardChoice passes the client's choice from the manifest: a version in four bytes, then its capabilities as a varint.
func forwardChoice(server io.Writer, requests *bufio.Reader) error {
	if _, err := io.CopyN(server, requests, 4); err != nil {
		return err
	}
	for {
		b, err := requests.ReadByte()
		if err != nil {
			return err
		}
		if _, err := server.Write([]byte{b}); err != nil {
			return err
		}
		if b < 0x80 {
			return nil
		}
	}
}

// forwardMessage passes one message: chunks, each a size in two bytes and that many bytes, up to a chunk of size zero.
// saw gets the message's tag before the bytes that show it go on, wherever the chunks cut the message. An empty message is a
// keep-alive and has no tag.
func forwardMessage(server io.Writer, requests io.Reader, saw func(tag byte)) error {
	head := make([]byte, 0, headerOfMessage)
	var chunk []byte
	for {
		var size [2]byte
		if _, err := io.ReadFull(requests, size[:]); err != nil {
			return err
		}
		n := int(binary.BigEndian.Uint16(size[:]))
		chunk = append(chunk[:0], size[:]...)
		chunk = append(chunk, make([]byte, n)...)
		if _, err := io.ReadFull(requests, chunk[2:]); err != nil {
			return errors.Join(io.ErrUnexpectedEOF, err)
		}
		if missing := headerOfMessage - len(head); missing > 0 {
			head = append(head, chunk[2:2+min(missing, n)]...)
			if len(head) == headerOfMessage && head[0]&0xF0 == structNibble {
				saw(head[1])
			}
		}
		if _, err := server.Write(chunk); err != nil {
			return err
		}
		if n == 0 {
			return nil
		}
	}
}
