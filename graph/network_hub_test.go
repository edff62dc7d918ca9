package graph

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"polehub/hub"
)

func TestHubNetwork(t *testing.T) {
	api := testAPI(t, testHub(t, valley()...))
	for _, row := range []struct {
		name, document string
		want           []string
	}{
		// Members a to f, x and y; ties ab, ac, bc, cd, de, cx and xy.
		{"all", `{hubNetwork(` + onTheDay + `){poles{id name} network{poleId nodes{id organisation{name}} measures(ids:[NODES,TIES]){value} bridges{from{id} to{id}}}
			sharedMembers{organisation{id name} poles{name}} links{from{name} to{id} sharedMembers ties}}}`, []string{
			`"poles":[{"id":"pole:p","name":"P"},{"id":"pole:q","name":"Q"},{"id":"pole:void","name":"Void"}]`, `"poleId":null`, `"measures":[{"value":8},{"value":7}]`,
			`"sharedMembers":[{"organisation":{"id":"org:c","name":"c"},"poles":[{"name":"P"},{"name":"Q"}]}]`,
			`"links":[{"from":{"name":"P"},"to":{"id":"pole:q"},"sharedMembers":1,"ties":0}]`, `{"from":{"id":"org:c"},"to":{"id":"org:x"}}`}},
		{"some", `{hubNetwork(where:{name:{eq:"Q"}},` + onTheDay + `){poles{id} network{nodes{id}} sharedMembers{poles{id}} links{ties}}}`, []string{
			`"poles":[{"id":"pole:q"}],"network":{"nodes":[{"id":"org:c"},{"id":"org:x"},{"id":"org:y"}]},"sharedMembers":[],"links":[]`}},
		{"none", `{hubNetwork(where:{name:{eq:"Nowhere"}}){poles{id} network{nodes{id} measures(ids:[DENSITY]){value reason}}}}`, []string{`"poles":[],"network":{"nodes":[],"measures":[{"value":null,"reason":"NO_NODES"}]}`}},
		{"a refused projection", `{hubNetwork(projection:{relations:[TRUST],noRelations:true}){poles{id}}}`, []string{"BAD_USER_INPUT", "projection.relations"}},
		{"a refused day", `{hubNetwork(projection:{asOf:"2025"}){poles{id}}}`, []string{"BAD_USER_INPUT", "projection.asOf"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			ask(t, api, row.document, row.want, nil)
		})
	}
}

// oneAtATime counts how many views of a store are open at once; each takes a while.
type oneAtATime struct {
	hub.Store
	open, most *atomic.Int64
}

func (s oneAtATime) View(ctx context.Context, fn func(hub.Reader) error) error {
	if now := s.open.Add(1); now > s.most.Load() {
		s.most.Store(now)
	}
	defer s.open.Add(-1)
	time.Sleep(5 * time.Millisecond)
	return s.Store.View(ctx, fn)
}

// TestHubNetworksOneAtATime keeps an operation from reading the whole hub many times
// at once.
func TestHubNetworksOneAtATime(t *testing.T) {
	h := testHub(t, valley()...)
	most := new(atomic.Int64)
	h.Store = oneAtATime{h.Store, new(atomic.Int64), most}
	ask(t, testAPI(t, h), `{a:hubNetwork(projection:{asOf:"2024-01-01"}){network{asOf}} b:hubNetwork(projection:{asOf:"2024-01-02"}){network{asOf}} c:hubNetwork(projection:{asOf:"2024-01-03"}){network{asOf}}}`,
		[]string{`"c":{"network":{"asOf":"2024-01-03"}}`}, nil)
	if most.Load() != 1 {
		t.Errorf("%d networks of the hub were read at once, expected 1", most.Load())
	}
}
