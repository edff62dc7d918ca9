package launch

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Version is the Neo4j version that pom.xml asks for; the jars are cached under it.
const Version = "5.26.28"

//go:embed pom.xml
var pom []byte

// MissingError says which part of the recipe this machine lacks: a program, or the jars and a way to fetch them.
// Tests skip on it; any other error means that a server that should start does not.
type MissingError struct {
	What string
	Err  error
}

// Error names the missing part and, where known, the cause.
func (e *MissingError) Error() string {
	if e.Err == nil {
		return e.What
	}
	return e.What + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *MissingError) Unwrap() error { return e.Err }

// CacheDir is the folder that holds the jars of this Version, below [os.UserCacheDir].
func CacheDir() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("launch: %w", err)
	}
	return filepath.Join(cache, "polehub", "neo4j-"+Version), nil
}

// Jars returns the folder of the server's jars and fetches them with Maven when cache does not hold them yet.
// Programs that call it at the same time wait for one fetch; a fetch that stops halfway leaves nothing that counts as done.
func Jars(ctx context.Context, cache string) (string, error) {
	lib := filepath.Join(cache, "lib")
	if isDir(lib) {
		return lib, nil
	}
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return "", &MissingError{What: "mvn (Maven) is not in PATH"}
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", fmt.Errorf("launch: %w", err)
	}
	unlock, err := Lock(ctx, filepath.Join(cache, "lock"))
	if err != nil {
		return "", err
	}
	defer unlock()
	if isDir(lib) { // another program fetched while this one waited
		return lib, nil
	}
	return lib, fetch(ctx, mvn, cache, lib)
}

// fetch lets Maven fill a temporary folder and renames it to lib, so that lib either does not exist or is whole.
func fetch(ctx context.Context, mvn, cache, lib string) (err error) {
	partial, err := os.MkdirTemp(cache, "partial-")
	if err != nil {
		return fmt.Errorf("launch: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(partial)) }()

	pomFile := filepath.Join(partial, "pom.xml")
	if err := os.WriteFile(pomFile, pom, 0o644); err != nil {
		return fmt.Errorf("launch: %w", err)
	}
	jars := filepath.Join(partial, "lib")
	cmd := exec.CommandContext(ctx, mvn, "-q", "-B", "-f", pomFile, "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+jars)
	if out, err := cmd.CombinedOutput(); err != nil {
		return &MissingError{What: "mvn cannot fetch org.neo4j:neo4j:" + Version, Err: fmt.Errorf("%w: %s", err, firstLine(out))}
	}
	if _, err := os.Stat(filepath.Join(jars, "neo4j-"+Version+".jar")); err != nil {
		return fmt.Errorf("launch: mvn succeeded without the server's jar: %w", err)
	}
	if err := os.Rename(jars, lib); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("launch: %w", err)
	}
	return nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// firstLine returns the first line that says something: the rest of a Maven failure repeats it.
func firstLine(out []byte) string {
	line, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	return strings.TrimSpace(line)
}
