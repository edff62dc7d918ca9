package involvement

import (
	"reflect"
	"strconv"
	"testing"

	"polehub/hub"
)

// TestTrajectory: the town is a member since 2020, all else is of 2025, of which a day
// in June is asked about: of 365 days, 151 have passed by the end of May.
func TestTrajectory(t *testing.T) {
	years, err := answerOf(t, OnDay("2025-05-31"), valley()...).Trajectory(t.Context())
	if err != nil || len(years) != 6 {
		t.Fatalf("%d years, %v", len(years), err)
	}
	for i, y := range years {
		if y.Year != 2020+i || y.From != hub.Date(strconv.Itoa(2020+i)+"-01-01") || i < 5 && y.To != hub.Date(strconv.Itoa(2021+i)+"-01-01") {
			t.Errorf("%d: from %s to %s", y.Year, y.From, y.To)
		}
	}
	before, last := years[4], years[5]
	if len(before.Actors) != 1 || !reflect.DeepEqual(before.Roles, []RoleCount{{Member, 1}}) || before.Public.Amount != nil || before.Public.UnknownAmounts != 0 || before.Share.Value != nil {
		t.Errorf("2024: %+v", before)
	}
	if last.To != "2025-06-01" || len(last.Actors) != 2 || !reflect.DeepEqual(last.Roles, []RoleCount{{Member, 1}, {RoleKind(hub.RoleGrantFunder), 1}, {RoleKind(hub.RoleBuyer), 1}}) {
		t.Errorf("2025: %+v", last)
	}
	grant, works, parts := 90000*151/365, 10000*151/365, 5000*151/365 // whole cents, rounded down
	if *last.Public.Amount != hub.Money(grant+works) || last.Public.UnknownAmounts != 1 || *last.All.Amount != hub.Money(grant+works+parts) || last.All.UnknownAmounts != 1 {
		t.Errorf("money of 2025: %+v of %+v", last.Public, last.All)
	}
	if paid := last.Actors[1].Paid; paid.Amount == nil || *paid.Amount != hub.Money(grant) || paid.UnknownAmounts != 1 {
		t.Errorf("the region paid %+v", paid)
	}
	near(t, "public share", last.Share.Value, float64(grant+works)/float64(grant+works+parts))
	if last.Posture.Code != Dominant || before.Posture.Code != Stakeholder {
		t.Errorf("%s after %s", last.Posture.Code, before.Posture.Code)
	}
}
