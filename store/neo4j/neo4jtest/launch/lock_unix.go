//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package launch

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes an exclusive lock that lasts until file is closed; held is false while somebody else has it.
func tryLock(file *os.File) (held bool, err error) {
	for {
		switch err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case err == nil:
			return true, nil
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case errors.Is(err, syscall.EINTR):
		default:
			return false, err
		}
	}
}
