package cli

import (
	"fmt"

	"polehub/hub"
	"polehub/seed"
)

// copyCommand copies a hub from store to store.
type copyCommand struct {
	From       string `required:"" placeholder:"DSN" help:"The store to read: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…."`
	To         string `required:"" placeholder:"DSN" help:"The store to fill; it must be empty."`
	storeLogin `embed:""`
}

// Run copies everything and says how far it came.
func (c *copyCommand) Run(p *process) (err error) {
	if missingFile(c.From) {
		return hub.Invalid("from", "%s does not exist", c.From)
	}
	log := p.logger()
	from, err := c.open(p, c.From, log)
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	defer func() { err = closeStore(from, err) }()
	to, err := c.open(p, c.To, log)
	if err != nil {
		return fmt.Errorf("--to: %w", err)
	}
	defer func() { err = closeStore(to, err) }()
	var last seed.CopyProgress
	meter := newMeter(p.stderr)
	err = seed.Copy(p.soft, from, to, func(now seed.CopyProgress) {
		last = now
		meter.show("revision %d of %d, %d changes", now.Revision, now.Of, now.Changes)
	})
	meter.clear()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "copied %d revisions, %d changes\n", last.Revision, last.Changes)
	return err
}
