package hub_test

import (
	"errors"
	"sync/atomic"
	"testing"

	"polehub/hub"
)

// TestPerDossier makes something of each dossier once, and again after a write.
func TestPerDossier(t *testing.T) {
	h := newHub(t, append(append(moneyPole("p"), moneyPole("q")...), moneyPole("r")...)...)
	calls, builds := 0, atomic.Int64{}
	h.Store = counting{h.Store, &calls}
	ask := func(what string, ids ...hub.ID) (contracts []int, stored int) {
		calls = 0
		made, err := hub.PerDossier(t.Context(), h, ids, what, 8, func(d *hub.Dossier) (*int, error) {
			builds.Add(1)
			return new(len(d.Agreements)), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range made {
			if n == nil {
				n = new(-1)
			}
			contracts = append(contracts, *n)
		}
		return contracts, calls
	}
	got, one := ask("contracts", "pole:p", "pole:none")
	if got[0] != 4 || got[1] != -1 {
		t.Errorf("contracts of pole:p and of none: %v", got)
	}
	if _, two := ask("contracts", "pole:q", "pole:r"); one != two || one < 2 {
		t.Errorf("%d calls for one pole, %d for two others", one, two)
	}
	if _, again := ask("contracts", "pole:p", "pole:q", "pole:r"); again != 1 || builds.Load() != 3 {
		t.Errorf("asked again: %d calls, %d built", again, builds.Load())
	}
	if ask("others", "pole:p"); builds.Load() != 4 {
		t.Errorf("under another name: %d built", builds.Load())
	}
	put(t, h, &hub.Organisation{ID: "org:new", Name: "new", Kind: hub.KindEnterprise})
	if ask("contracts", "pole:p"); builds.Load() != 5 {
		t.Errorf("after a write: %d built", builds.Load())
	}
	failure := errors.New("no")
	if _, err := hub.PerDossier(t.Context(), h, []hub.ID{"pole:p"}, "failing", 8, func(*hub.Dossier) (*int, error) { return nil, failure }); !errors.Is(err, failure) {
		t.Errorf("a build that fails: %v", err)
	}
}
