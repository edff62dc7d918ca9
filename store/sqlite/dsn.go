package sqlite

import (
	"fmt"
	"net/url"
	"strings"
	"time"
)

// role is what a connection is for.
type role int

const (
	writing  role = iota // the one connection that updates
	reading              // one of several that answer
	onlyRead             // reading, and the file may not be touched
)

// dsn names the file with everything that is set on a connection.
func dsn(path string, r role, busy time.Duration) string {
	pragmas := []string{
		// First, for the others may wait: how long to wait for the lock of
		// another process before giving up with Unavailable.
		fmt.Sprintf("busy_timeout(%d)", busy.Milliseconds()),
		// References between records are checked by the hub; the database
		// checks them once more, so that no fault of ours orphans a fact.
		"foreign_keys(1)",
		// Sorting and grouping spill to memory: answers are limited, and a
		// read-only folder must do.
		"temp_store(memory)",
	}
	switch r {
	case writing:
		pragmas = append(pragmas,
			// Readers go on while one writes, and a commit is one append to
			// the log.
			"journal_mode(wal)",
			// Sync the log when it is copied back into the file, not at each
			// commit. A killed process loses nothing, for the kernel has the
			// pages; a power cut may lose the last commits, whole, and never
			// leaves half of one.
			"synchronous(normal)",
			// Copy the log back each 128 MiB (of 4 KiB pages): the pages of
			// indexes that an import touches again and again are copied, and
			// the file is synced, less often.
			"wal_autocheckpoint(32768)",
			// And do not cut the log file off below that: writing over it is
			// cheaper than growing it again.
			"journal_size_limit(134217728)",
			// 96 MiB of pages: the inner pages of the indexes of a large hub.
			"cache_size(-98304)",
		)
	default:
		pragmas = append(pragmas,
			// A reader cannot write, whatever statement it is given.
			"query_only(1)",
			// 8 MiB for each reader, which is enough for what one answer looks
			// at; beyond that, read pages where the kernel has them instead of
			// copying them: 1 GiB of addresses, not of memory.
			"cache_size(-8192)",
			"mmap_size(1073741824)",
		)
	}
	query := url.Values{"_pragma": pragmas}
	if r == onlyRead {
		query.Set("mode", "ro")
	}
	// A path may hold any character that means something in a URI.
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
	return "file:" + escaped + "?" + query.Encode()
}
