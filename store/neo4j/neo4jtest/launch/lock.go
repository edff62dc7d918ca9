package launch

import (
	"context"
	"fmt"
	"os"
	"time"
)

// lockPoll is how often a waiting program tries again.
const lockPoll = 100 * time.Millisecond

// Lock takes the lock on the file at path, creating it when needed, and waits until ctx ends while another program, or
// another call in this one, holds it. The system frees the lock when its holder dies. The file itself stays.
func Lock(ctx context.Context, path string) (unlock func(), err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	for {
		held, err := tryLock(file)
		if err != nil {
			_ = file.Close()
			return nil, fmt.Errorf("launch: lock %s: %w", path, err)
		}
		if held {
			return func() { _ = file.Close() }, nil
		}
		select {
		case <-ctx.Done():
			_ = file.Close()
			return nil, fmt.Errorf("launch: waiting for lock %s: %w", path, context.Cause(ctx))
		case <-time.After(lockPoll):
		}
	}
}
