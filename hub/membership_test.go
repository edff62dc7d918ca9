package hub_test

import (
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// Nobody belongs to a pole before it began: members since nobody knows when are in its
// networks from then on, those who came at a known earlier day from that day on.
func TestMembersOfUnknownStart(t *testing.T) {
	h := newHub(t,
		&hub.Pole{ID: "pole:p", Name: "P", StartedOn: "2014-01-01"}, org("org:early"), org("org:a"), org("org:b"),
		&hub.Membership{PoleID: "pole:p", OrganisationID: "org:early", Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2013-06-01"}},
		&hub.Membership{PoleID: "pole:p", OrganisationID: "org:a", Circle: hub.CirclePartner},
		&hub.Membership{PoleID: "pole:p", OrganisationID: "org:b", Circle: hub.CirclePartner, Period: hub.Period{ValidTo: "2014-06-01"}},
	)
	for _, c := range []struct {
		p    analysis.Projection
		want int
	}{
		{analysis.Projection{AsOf: "2013-12-31"}, 1},
		{analysis.Projection{AsOf: "2014-01-01"}, 3},
		{analysis.Projection{AsOf: "2014-06-01"}, 2},
		{analysis.Projection{From: "2013-01-01", To: "2014-01-01"}, 1},
		{analysis.Projection{From: "2013-01-01", To: "2014-01-02"}, 3},
		{analysis.Projection{From: "2013-12-01", To: "2014-02-01", MembersIn: analysis.AllDays}, 1},
		{analysis.Projection{From: "2014-01-01", To: "2014-02-01", MembersIn: analysis.AllDays}, 3},
	} {
		n, err := h.Networks(t.Context(), []hub.ID{"pole:p"}, c.p)
		if err != nil || n[0].Network.N() != c.want {
			t.Errorf("%+v: %d members, %v, expected %d", c.p, n[0].Network.N(), err, c.want)
		}
	}
	line, err := h.Timeline(t.Context(), "pole:p", analysis.Projection{}, "2013-12-01", "2014-02-01", []analysis.Indicator{analysis.Nodes}, nil)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "mean members", *line.Series[0].Mean, (31.0*1+31*3)/62)
}
