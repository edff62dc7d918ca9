package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// maxStatements is how many prepared statements an idle connection keeps.
const maxStatements = 200

// conn is one connection with its prepared statements. One call uses it at a
// time, but that call may have several answers open, even of one statement.
type conn struct {
	sql *sql.Conn

	mu    sync.Mutex
	idle  map[string][]*sql.Stmt // not in use, by text
	count int                    // of idle
}

func newConn(ctx context.Context, db *sql.DB) (*conn, error) {
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{sql: c, idle: map[string][]*sql.Stmt{}}, nil
}

// take gives a prepared statement for the text; give it back after use.
func (c *conn) take(ctx context.Context, text string) (*sql.Stmt, error) {
	c.mu.Lock()
	if list := c.idle[text]; len(list) > 0 {
		stmt := list[len(list)-1]
		c.idle[text] = list[:len(list)-1]
		c.count--
		c.mu.Unlock()
		return stmt, nil
	}
	c.mu.Unlock()
	return c.sql.PrepareContext(ctx, text)
}

func (c *conn) give(text string, stmt *sql.Stmt) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.count >= maxStatements {
		for _, list := range c.idle {
			for _, old := range list {
				old.Close()
			}
		}
		clear(c.idle)
		c.count = 0
	}
	c.idle[text] = append(c.idle[text], stmt)
	c.count++
}

// exec runs a statement that answers nothing.
func (c *conn) exec(ctx context.Context, text string, args ...any) (sql.Result, error) {
	stmt, err := c.take(ctx, text)
	if err != nil {
		return nil, err
	}
	defer c.give(text, stmt)
	return stmt.ExecContext(ctx, args...)
}

// query runs a statement and calls each with every row of its answer, until
// each gives false.
func (c *conn) query(ctx context.Context, text string, args []any, each func(*sql.Rows) (bool, error)) (err error) {
	stmt, err := c.take(ctx, text)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		stmt.Close()
		return err
	}
	defer func() {
		if closing := rows.Close(); err == nil {
			err = closing
		}
		c.give(text, stmt)
	}()
	for rows.Next() {
		if more, err := each(rows); err != nil || !more {
			return err
		}
	}
	return rows.Err()
}

// first reads the first row of an answer into dest, if there is one.
func (c *conn) first(ctx context.Context, text string, args []any, dest ...any) (found bool, err error) {
	err = c.query(ctx, text, args, func(rows *sql.Rows) (bool, error) {
		found = true
		return false, rows.Scan(dest...)
	})
	return found, err
}

func (c *conn) close() error {
	for _, list := range c.idle {
		for _, stmt := range list {
			stmt.Close()
		}
	}
	return c.sql.Close()
}

// pool lends connections of one kind. It keeps some of those that come back,
// and lends at most as many at once as it has places.
type pool struct {
	db     *sql.DB
	places chan struct{} // one for each connection lent

	mu     sync.Mutex
	idle   []*conn
	keep   int
	closed bool
}

var errClosed = errors.New("the store is closed")

func newPool(db *sql.DB, places, keep int) *pool {
	return &pool{db: db, places: make(chan struct{}, places), keep: keep}
}

// take waits for a place and lends a connection.
func (p *pool) take(ctx context.Context) (*conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case p.places <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		<-p.places
		return nil, errClosed
	}
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return c, nil
	}
	p.mu.Unlock()
	c, err := newConn(ctx, p.db)
	if err != nil {
		<-p.places
		return nil, err
	}
	return c, nil
}

// give takes a connection back; one that failed is not used again.
func (p *pool) give(c *conn, failed bool) {
	p.mu.Lock()
	kept := !failed && !p.closed && len(p.idle) < p.keep
	if kept {
		p.idle = append(p.idle, c)
	}
	p.mu.Unlock()
	if !kept {
		c.close()
	}
	<-p.places
}

// close lends no more, waits for what is lent, and closes all connections.
func (p *pool) close(ctx context.Context) error {
	p.mu.Lock()
	already := p.closed
	p.closed = true
	idle := p.idle
	p.idle = nil
	p.mu.Unlock()
	if already {
		return nil
	}
	var errs []error
	for _, c := range idle {
		errs = append(errs, c.close())
	}
	for range cap(p.places) {
		select {
		case p.places <- struct{}{}:
		case <-ctx.Done():
			return errors.Join(append(errs, ctx.Err())...)
		}
	}
	// Whoever waited for a place finds the pool closed.
	for range cap(p.places) {
		<-p.places
	}
	return errors.Join(append(errs, p.db.Close())...)
}
