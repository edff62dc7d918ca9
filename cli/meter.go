package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
)

// meterInterval is how often a line of progress changes.
const meterInterval = 100 * time.Millisecond

// meter shows progress on one line of a terminal, and nothing elsewhere.
type meter struct {
	out  io.Writer // nil when nobody watches
	last time.Time
}

func newMeter(out io.Writer) *meter {
	if file, ok := out.(*os.File); ok && isatty.IsTerminal(file.Fd()) {
		return &meter{out: out}
	}
	return &meter{}
}

// show replaces the line, unless it was replaced a moment ago.
func (m *meter) show(format string, args ...any) {
	if m.out == nil || time.Since(m.last) < meterInterval {
		return
	}
	m.last = time.Now()
	fmt.Fprintf(m.out, "\r\x1b[K"+format, args...)
}

// clear removes the line.
func (m *meter) clear() {
	if m.out != nil && !m.last.IsZero() {
		fmt.Fprint(m.out, "\r\x1b[K")
	}
}
