package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	driverpkg "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"polehub/hub"
)

// failure gives an error of the database the code of the hub that fits it; an
// error that has one already passes.
func failure(ctx context.Context, err error) error {
	if err == nil || len(hub.AsErrors(err)) > 0 {
		return err
	}
	if cause := ctx.Err(); cause != nil {
		if errors.Is(cause, context.DeadlineExceeded) {
			return &hub.Error{Code: hub.Timeout, Msg: "the deadline passed before the database answered", Cause: cause}
		}
		return fmt.Errorf("sqlite: %w", cause)
	}
	if errors.Is(err, errClosed) || errors.Is(err, sql.ErrConnDone) || errors.Is(err, driver.ErrBadConn) {
		return &hub.Error{Code: hub.Unavailable, Msg: "the store is closed", Cause: err}
	}
	if failed, ok := errors.AsType[*driverpkg.Error](err); ok {
		switch failed.Code() & 0xff {
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
			return &hub.Error{Code: hub.Unavailable, Msg: "the database is in use by another writer", Cause: err}
		case lib.SQLITE_IOERR, lib.SQLITE_CANTOPEN, lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB, lib.SQLITE_FULL, lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_PROTOCOL:
			return &hub.Error{Code: hub.Unavailable, Msg: "the database file cannot be used", Cause: err}
		case lib.SQLITE_CONSTRAINT:
			return &hub.Error{Code: hub.Conflict, Msg: "the change does not fit what is stored", Cause: err}
		}
	}
	return fmt.Errorf("sqlite: %w", err)
}

// sqliteCode is the primary result code of err, 0 when it has none.
func sqliteCode(err error) int {
	if failed, ok := errors.AsType[*driverpkg.Error](err); ok {
		return failed.Code() & 0xff
	}
	return 0
}
