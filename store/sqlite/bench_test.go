package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"polehub/hub"
)

// synthetic makes the hub of the benchmarks: scale times 200 poles, 5,000
// organisations, 4,000 memberships, 20,000 contracts and 60,000 parties, in
// the order of a bundle.
func synthetic(scale int, put func(hub.Record)) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"travaux", "fourniture", "école", "réseau", "étude", "maîtrise", "d'œuvre", "entretien", "voirie", "espaces", "verts", "transport", "restauration", "collective", "nettoyage", "bâtiments", "communaux", "assainissement", "éclairage", "public"}
	title := func(n int) string {
		var s strings.Builder
		for range n {
			s.WriteString(words[random.IntN(len(words))] + " ")
		}
		return s.String() + fmt.Sprint(random.IntN(5000))
	}
	sources := []hub.ID{"source:synthetic"}
	fact := hub.Fact{SourceIDs: sources}
	put(&hub.Source{ID: "source:synthetic", Title: "Synthetic", Kind: "OPEN_DATA"})
	poles, organisations, contracts := 200*scale, 5000*scale, 20000*scale
	org := func(i int) hub.ID { return hub.NewID("org", fmt.Sprintf("siren-%09d", 300000000+i*7)) }
	kinds := []hub.OrganisationKind{"ENTERPRISE", "LOCAL_AUTHORITY", "PUBLIC_BODY", "NETWORK", "OTHER"}
	for i := range organisations {
		put(&hub.Organisation{ID: org(i), Name: title(3), Kind: kinds[random.IntN(len(kinds))], LegalCategory: "5710", Commune: hub.Text(fmt.Sprintf("%05d", random.IntN(36000)+1000)), Fact: fact})
	}
	pole := func(i int) hub.ID { return hub.NewID("pole", fmt.Sprintf("pole-%d", i)) }
	for i := range poles {
		put(&hub.Pole{ID: pole(i), Name: title(2), Fact: fact})
	}
	for i := range poles {
		for j := range 20 {
			put(&hub.Membership{PoleID: pole(i), OrganisationID: org((i*31 + j*97) % organisations), Circle: hub.CircleCarrier, Fact: fact})
		}
	}
	contract := func(i int) hub.ID { return hub.NewID("contract", fmt.Sprintf("decp-%d%09d", 200000000+i/10, i)) }
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range contracts {
		put(&hub.Contract{
			ID: contract(i), Type: "PUBLIC_PROCUREMENT", Title: title(6), Amount: new(hub.Money(random.IntN(100_000_000))), Currency: "EUR", AmountBasis: "FIXED",
			SignedOn: hub.DateOf(day.AddDate(0, 0, random.IntN(3000))), NotifiedOn: hub.DateOf(day.AddDate(0, 0, random.IntN(3000))), DurationMonths: new(12), CPV: "45000000", Procedure: "Procédure adaptée", PlaceCode: "75001", PlaceCodeType: "commune",
			ExternalIDs: []string{fmt.Sprintf("decp:%d", 2000000000+i)}, Fact: fact,
		})
	}
	for i := range contracts {
		for j := range 3 {
			role := hub.PartyRole("SUPPLIER")
			switch {
			case j == 0 && i%20 == 0:
				role = "FUNDER"
			case j == 0:
				role = "BUYER"
			}
			// Few organisations have most contracts.
			o := int(float64(organisations) * random.Float64() * random.Float64() * random.Float64())
			put(&hub.Party{ContractID: contract(i), OrganisationID: org(o), Role: role, Position: new(j + 1), Fact: fact})
		}
	}
}

// importSynthetic imports a synthetic hub in batches of 1,000 and gives the number of rows.
func importSynthetic(tb testing.TB, s *Store, scale int) int {
	h := &hub.Hub{Store: s, Clock: time.Now}
	rows := 0
	var batch []hub.Record
	flush := func() {
		_, err := h.Update(tb.Context(), "import synthetic", func(b *hub.Batch) error {
			b.Put(batch...)
			return nil
		})
		if err != nil {
			tb.Fatal(hub.Clip(err.Error(), 500))
		}
		batch = batch[:0]
	}
	synthetic(scale, func(r hub.Record) {
		rows++
		if batch = append(batch, r); len(batch) == 1000 {
			flush()
		}
	})
	flush()
	return rows
}

func openTemp(tb testing.TB) *Store {
	tb.Helper()
	s, err := Open(tb.Context(), filepath.Join(tb.TempDir(), "hub.db"), Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(context.WithoutCancel(tb.Context())); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// BenchmarkImport writes synthetic hubs through hub.Hub.Update in batches of
// 1,000; the greatest has 500,000 contracts and takes about a minute:
//
//	go test ./store/sqlite -run '^$' -bench Import/x25 -benchtime 1x
func BenchmarkImport(b *testing.B) {
	for _, scale := range []int{1, 5, 25} {
		b.Run(fmt.Sprintf("x%d", scale), func(b *testing.B) {
			if scale > 5 && testing.Short() {
				b.SkipNow()
			}
			rows := 0
			for b.Loop() {
				s := openTemp(b)
				rows += importSynthetic(b, s, scale)
			}
			b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(residentMiB(b), "MiB")
		})
	}
}

// residentMiB is the greatest memory that the process had, pages of the
// database included.
func residentMiB(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kib float64
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		b.Fatal(err)
	}
	return kib / 1024
}
