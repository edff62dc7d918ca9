package hub

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestLegalCategory(t *testing.T) {
	for _, c := range []struct {
		code string
		kind OrganisationKind
		tier PublicTier
		ess  Tri
	}{
		{"9220", KindEnterprise, "", TriYes},
		{"9300", KindEnterprise, "", TriYes},
		{"5458", KindEnterprise, "", TriYes},     // SCOP
		{"5710", KindEnterprise, "", TriUnknown}, // a SCIC may hide here
		{"1000", KindEnterprise, "", TriNo},
		{"9210", KindEnterprise, "", TriUnknown},
		{"7210", KindLocalAuthority, TierMunicipality, TriNo},
		{"7346", KindLocalAuthority, TierIntermunicipality, TriNo},
		{"7220", KindLocalAuthority, TierDepartment, TriNo},
		{"7230", KindLocalAuthority, TierRegion, TriNo},
		{"7372", KindLocalAuthority, TierDepartment, TriNo},
		{"7355", KindLocalAuthority, TierOtherPublic, TriNo},
		{"7171", KindPublicBody, TierState, TriNo},
		{"8110", KindPublicBody, TierOtherPublic, TriNo},
		{"7381", KindPublicBody, TierOtherPublic, TriNo},
		{"7383", KindResearchCentre, TierState, TriNo},
		{"7331", KindTrainingBody, TierOtherPublic, TriNo},
		{"8420", KindNetwork, "", TriNo},
		{"9110", KindOther, "", TriNo},
	} {
		got, ok := LegalCategory(c.code)
		if !ok || got.Code != c.code || got.Kind != c.kind || got.PublicTier != c.tier || got.ESSForm != c.ess {
			t.Errorf("LegalCategory(%s) = %+v, %v; want %s %q %s", c.code, got, ok, c.kind, c.tier, c.ess)
		}
	}
	for _, code := range []string{"", "code", "9999", "922", "92200"} {
		if got, ok := LegalCategory(code); ok {
			t.Errorf("LegalCategory(%q) = %+v, want none", code, got)
		}
	}
}

func TestLegalCategoriesAreWellFormed(t *testing.T) {
	form := regexp.MustCompile(`^\d{4}$`)
	for code, c := range legalCategories() {
		if !form.MatchString(code) || c.Code != code {
			t.Errorf("code %q of %+v", code, c)
		}
		if c.Label == "" || strings.Join(strings.Fields(c.Label), " ") != c.Label || strings.Contains(c.Label, "&nbsp;") {
			t.Errorf("%s: label %q", code, c.Label)
		}
		if !OrganisationKinds.Has(string(c.Kind)) || !Tris.Has(string(c.ESSForm)) {
			t.Errorf("%s: kind %q, ESS %q", code, c.Kind, c.ESSForm)
		}
		if c.PublicTier != "" && !PublicTiers.Has(string(c.PublicTier)) {
			t.Errorf("%s: tier %q", code, c.PublicTier)
		}
		public := c.Kind == KindLocalAuthority || c.Kind == KindPublicBody
		if public && c.PublicTier == "" || c.Kind == KindEnterprise && c.PublicTier != "" {
			t.Errorf("%s: kind %s with tier %q", code, c.Kind, c.PublicTier)
		}
		if c.PublicTier != "" && c.ESSForm == TriYes {
			t.Errorf("%s: public and social economy by form", code)
		}
	}
}

// TestLegalCategoriesAgainstTheLists compares the table with INSEE's codes and
// the State's lists. Every difference is one that Category explains.
func TestLegalCategoriesAgainstTheLists(t *testing.T) {
	const dir = "../../shared/data/insee/"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no code lists beside the repository")
	}
	blanks := regexp.MustCompile(`(?:&nbsp;|\s)+`)
	labels := codeList(t, dir+"categories_juridiques_niveau3.json")
	if got, want := slices.Sorted(maps.Keys(legalCategories())), slices.Sorted(maps.Keys(labels)); !slices.Equal(got, want) {
		t.Errorf("%d codes, INSEE has %d", len(got), len(want))
	}
	for code, label := range labels {
		want := strings.ReplaceAll(strings.TrimSpace(blanks.ReplaceAllString(label, " ")), "d' ", "d'")
		if got := legalCategories()[code].Label; got != want {
			t.Errorf("%s: label %q, INSEE has %q", code, got, want)
		}
	}
	for _, c := range []struct {
		list  string
		holds func(Category) bool
		want  string // codes that are in one only
	}{
		{"cj_collectivites.json", func(c Category) bool { return c.Kind == KindLocalAuthority }, ""},
		{"cj_administrations.json", func(c Category) bool { return c.PublicTier != "" },
			"3110 3205 3210 4130 5430 5530 5546 5630"},
		{"cj_administrations_etat.json", func(c Category) bool { return c.PublicTier == TierState },
			"4110 4120 4130 7372 7430 8110 8120 8140 8150 8160 8170"},
	} {
		listed := codeList(t, dir+c.list)
		var differ []string
		for code, category := range legalCategories() {
			if _, in := listed[code]; in != c.holds(category) {
				differ = append(differ, code)
			}
		}
		slices.Sort(differ)
		if got := strings.Join(differ, " "); got != c.want {
			t.Errorf("%s: differs in %q, explained are %q", c.list, got, c.want)
		}
	}
}

// TestESSFormAgainstTheProposal compares with the proposed table beside the
// lists; every difference is one that Category explains.
func TestESSFormAgainstTheProposal(t *testing.T) {
	const file = "../../shared/data/insee/cj_to_actor_family_PROPOSED.csv"
	if _, err := os.Stat(file); err != nil {
		t.Skip("no proposal beside the repository")
	}
	codes, proposed := csvColumn(t, file, "code"), csvColumn(t, file, "ess_by_legal_form")
	tri := map[string]Tri{"yes": TriYes, "no": TriNo, "unknown_use_est_ess_flag": TriUnknown}
	got := map[string][]string{}
	for i, code := range codes {
		if want, have := tri[proposed[i]], legalCategories()[code].ESSForm; want != have {
			change := string(want + " to " + have)
			got[change] = append(got[change], code)
		}
	}
	want := map[string]string{
		"UNKNOWN to NO":  "0000 1000 2110 2120 2210 2220 2310 2320 2385 2400 2700 2800 2900 9110 9150",
		"NO to UNKNOWN":  "3120 3220 3290 8140",
		"YES to UNKNOWN": "9210",
	}
	for change, codes := range got {
		if have := strings.Join(codes, " "); have != want[change] {
			t.Errorf("%s: %s; explained are %s", change, have, want[change])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d kinds of change, explained are %d", len(got), len(want))
	}
}

func codeList(t *testing.T, file string) map[string]string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list map[string]string
	if err := json.Unmarshal(raw, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestIsLocal: the tier decides, the kind where nobody stated it.
func TestIsLocal(t *testing.T) {
	for _, c := range []struct {
		kind OrganisationKind
		tier PublicTier
		want Tri
	}{
		{KindLocalAuthority, "", TriYes},
		{KindPublicBody, TierDepartment, TriYes}, // an establishment of a département
		{KindPublicBody, TierState, TriNo},
		{KindPublicBody, "", TriUnknown},
		{KindEnterprise, "", TriNo},
		{KindEnterprise, TierMunicipality, TriYes}, // a company of a town
		{KindTrainingBody, "", TriUnknown},
	} {
		if got := (&Organisation{Kind: c.kind, PublicTier: c.tier}).IsLocal(); got != c.want {
			t.Errorf("%s %s: %s, expected %s", c.kind, c.tier, got, c.want)
		}
	}
}
