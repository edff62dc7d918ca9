package hub_test

import (
	"maps"
	"testing"

	"polehub/hub"
)

// TestGroupHeads: p-a and p-b have one grandparent by different parents, p-c belonged
// to p-d until 2020.
func TestGroupHeads(t *testing.T) {
	records := smallPole("p")
	for _, local := range []string{"h", "i", "top"} {
		records = append(records, &hub.Organisation{ID: hub.ID("org:" + local), Name: local, Kind: hub.KindEnterprise})
	}
	for _, l := range [][3]hub.ID{{"org:p-a", "org:h"}, {"org:p-b", "org:i"}, {"org:h", "org:top"}, {"org:i", "org:top"}, {"org:p-c", "org:p-d", "2020-01-01"}} {
		records = append(records, &hub.Link{ChildID: l[0], ParentID: l[1], Kind: hub.LinkGroup, Period: hub.Period{ValidTo: hub.Date(l[2])}})
	}
	d := dossiersOf(t, newHub(t, records...), "pole:p")[0]
	members := []hub.ID{"org:p-d", "org:p-c", "org:p-b", "org:p-a"}
	for from, want := range map[hub.Date]map[hub.ID]hub.ID{
		"2019-12-31": {"org:p-a": "org:p-a", "org:p-b": "org:p-a", "org:p-c": "org:p-c", "org:p-d": "org:p-c"},
		"2020-01-01": {"org:p-a": "org:p-a", "org:p-b": "org:p-a", "org:p-c": "org:p-c", "org:p-d": "org:p-d"},
	} {
		if got := d.GroupHeads(members, from, from.AddDays(1)); !maps.Equal(got, want) {
			t.Errorf("%s: %v, expected %v", from, got, want)
		}
	}
}
