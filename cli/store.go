package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"polehub/hub"
	"polehub/store"
	"polehub/store/sqlite"
)

// closeDeadline is how long a store may take to close.
const closeDeadline = 10 * time.Second

// storeLogin are the flags of stores that want a user.
type storeLogin struct {
	StoreUser         string `placeholder:"NAME" help:"User of a Neo4j store."`
	StorePasswordFile string `placeholder:"FILE" help:"File with the password of a Neo4j store; or set POLEHUB_STORE_PASSWORD."`
}

// open opens the store of a DSN; the caller closes it with closeStore.
func (l storeLogin) open(p *process, dsn string, log *slog.Logger) (hub.Store, error) {
	password, err := p.secret("POLEHUB_STORE_PASSWORD", "store-password-file", l.StorePasswordFile)
	if err != nil {
		return nil, err
	}
	return store.Open(p.soft, dsn, store.Credentials{User: l.StoreUser, Password: password}, log)
}

// closeStore closes a store within a deadline; err is what went wrong before,
// which counts more.
func closeStore(s hub.Store, err error) error {
	ctx, cancel := context.WithTimeout(context.Background(), closeDeadline)
	defer cancel()
	if failed := s.Close(ctx); err == nil && failed != nil {
		return fmt.Errorf("close the store: %w", failed)
	}
	return err
}

// secret reads what must not stand in a flag: the variable's value or the
// content of a file, not both.
func (p *process) secret(variable, flag, file string) (string, error) {
	value := p.getenv(variable)
	if file == "" {
		return value, nil
	}
	if value != "" {
		return "", hub.Invalid(flag, "give %s or a file, not both", variable)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return "", hub.Invalid(flag, "%v", err)
	}
	value = strings.TrimSpace(string(content))
	if value == "" {
		return "", hub.Invalid(flag, "%s is empty", file)
	}
	return value, nil
}

// defaultStore is the DSN of the file in the user's data folder.
func defaultStore() (string, error) {
	path, err := sqlite.DefaultPath()
	if err != nil {
		return "", err
	}
	return "sqlite:" + path, nil
}

// missingFile reports a SQLite store that opening would create.
func missingFile(dsn string) bool {
	path, ok := strings.CutPrefix(dsn, "sqlite:")
	if !ok {
		return false
	}
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// temporaryStore is the DSN of a file that remove deletes.
func temporaryStore() (dsn string, remove func(), err error) {
	dir, err := os.MkdirTemp("", "polehub-")
	if err != nil {
		return "", nil, fmt.Errorf("make a temporary store: %w", err)
	}
	// What is left behind is in the folder for temporary files.
	return "sqlite:" + filepath.Join(dir, "hub.db"), func() { _ = os.RemoveAll(dir) }, nil
}

// logger writes to standard error.
func (p *process) logger() *slog.Logger {
	if p.logFormat == "json" {
		return slog.New(slog.NewJSONHandler(p.stderr, nil))
	}
	return slog.New(slog.NewTextHandler(p.stderr, nil))
}
