package demo_test

import (
	"cmp"
	"encoding/csv"
	"io/fs"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"polehub/seed/demo"
)

// books is the money of the demonstration as a bookkeeper would copy it from the
// files, with nothing of the hub but its files: exact fractions of a euro, added
// up day by day.
type books struct {
	public    map[string]bool // organisations
	tier      map[string]string
	members   []row
	contracts []*account
}

type row = map[string]string

// account is what one contract moves, day by day.
type account struct {
	id, kind string
	known    bool // what it moves is known
	days     []movement
}

// movement is one day of a contract in force.
type movement struct {
	day     string
	euros   *big.Rat // nil when unknown
	agreed  *big.Rat // the amount of the whole contract, as agreed that day
	parties []row
}

func readRows(t *testing.T, name string) []row {
	t.Helper()
	text, err := fs.ReadFile(demo.Bundle(), name+".csv")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]row, len(lines)-1)
	for i, line := range lines[1:] {
		rows[i] = row{}
		for k, column := range lines[0] {
			rows[i][column] = line[k]
		}
	}
	return rows
}

func openBooks(t *testing.T) *books {
	b := &books{public: map[string]bool{}, tier: map[string]string{}, members: readRows(t, "memberships")}
	for _, o := range readRows(t, "organisations") {
		b.public[o["id"]] = o["kind"] == "LOCAL_AUTHORITY" || o["kind"] == "PUBLIC_BODY" || o["public_tier"] != ""
		b.tier[o["id"]] = o["public_tier"]
	}
	of := func(name string) map[string][]row {
		rows := map[string][]row{}
		for _, r := range readRows(t, name) {
			rows[r["contract_id"]] = append(rows[r["contract_id"]], r)
		}
		return rows
	}
	parties, amendments := of("contract_parties"), of("amendments")
	for _, c := range readRows(t, "contracts") {
		if c["status"] != "ACTIVE" || c["currency"] != "EUR" && c["amount"] != "" {
			t.Fatalf("%s: the books know active contracts in euros only", c["id"])
		}
		for _, p := range parties[c["id"]] {
			if p["share"] != "" || p["amount"] != "" {
				t.Fatalf("%s: the books share amounts equally", p["id"])
			}
		}
		changes := amendments[c["id"]]
		slices.SortFunc(changes, func(x, y row) int { return cmp.Compare(x["dated"], y["dated"]) })
		b.contracts = append(b.contracts, keep(t, c, changes, parties[c["id"]]))
	}
	return b
}

// agreed is what a contract says on a day.
type agreed struct {
	amount  *big.Rat // nil: unknown, or a ceiling
	end     string   // the first day out of force
	endless bool
	parties []row
}

func agreedOn(t *testing.T, day, start string, c row, changes, parties []row) agreed {
	amount, months, amendment := c["amount"], c["duration_months"], ""
	amended := false
	for _, a := range changes {
		if a["dated"] > day {
			continue
		}
		amount = cmp.Or(a["new_amount"], amount)
		if a["new_duration_months"] != "" {
			months, amended = a["new_duration_months"], true
		}
		if a["replaces_parties"] == "yes" {
			amendment = a["number"]
		}
	}
	var is agreed
	if amount != "" && c["amount_basis"] != "MAXIMUM" {
		is.amount, _ = new(big.Rat).SetString(amount)
	}
	switch {
	case c["ends_on"] != "" && !amended:
		is.end = c["ends_on"]
	case months != "":
		n, err := strconv.Atoi(months)
		if err != nil {
			t.Fatal(err)
		}
		is.end = date(t, start).AddDate(0, n, 0).Format(time.DateOnly)
	default: // taken to be in force for three years and a day, at most
		is.end, is.endless = date(t, start).AddDate(0, 0, 1096).Format(time.DateOnly), true
	}
	for _, p := range parties {
		if p["amendment"] == amendment {
			is.parties = append(is.parties, p)
		}
	}
	return is
}

func date(t *testing.T, day string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func daysBetween(t *testing.T, from, to string) int64 {
	return int64(date(t, to).Sub(date(t, from)).Hours() / 24)
}

// keep moves the money of one contract: on each day in force an even part of what
// remains to be paid until the end, as agreed that day. What an amendment made
// after the end adds or takes back falls on the last day in force.
func keep(t *testing.T, c row, changes, parties []row) *account {
	start := cmp.Or(c["starts_on"], c["signed_on"], c["notified_on"])
	a := &account{id: c["id"], kind: c["type"], known: true}
	paid := new(big.Rat)
	for day := start; day < "2040"; day = date(t, day).AddDate(0, 0, 1).Format(time.DateOnly) {
		is := agreedOn(t, day, start, c, changes, parties)
		if is.amount == nil || is.endless {
			a.known = false
		}
		if day >= is.end {
			if last := len(a.days) - 1; a.known && last >= 0 && !is.endless {
				rest := new(big.Rat).Sub(is.amount, paid)
				a.days[last].euros = new(big.Rat).Add(a.days[last].euros, rest)
				paid.Add(paid, rest)
			}
			if !slices.ContainsFunc(changes, func(r row) bool { return r["dated"] > day }) {
				break
			}
			continue
		}
		m := movement{day: day, agreed: is.amount, parties: is.parties}
		if a.known {
			m.euros = new(big.Rat).Sub(is.amount, paid)
			m.euros.Quo(m.euros, new(big.Rat).SetInt64(daysBetween(t, day, is.end)))
			paid.Add(paid, m.euros)
		}
		a.days = append(a.days, m)
	}
	return a
}

// membersIn are the members of a pole at any time of a period.
func (b *books) membersIn(pole, from, to string) map[string]bool {
	in := map[string]bool{}
	for _, m := range b.members {
		if m["pole_id"] == pole && m["valid_from"] < to && (m["valid_to"] == "" || m["valid_to"] > from) {
			in[m["organisation_id"]] = true
		}
	}
	return in
}

// transfer is who pays whom by a contract.
type transfer struct{ contract, payer, payee string }

// statement is what the books say of a pole in a period.
type statement struct {
	paid      map[transfer]*big.Rat // known amounts
	unknown   map[transfer]bool
	contracts map[string]bool // in force with a member among their parties
	silent    map[string]bool // of those, of an amount not known for each day
}

// state adds up a period, or the whole amounts agreed when it is one day.
func (b *books) state(pole, from, to string, whole bool) statement {
	s := statement{map[transfer]*big.Rat{}, map[transfer]bool{}, map[string]bool{}, map[string]bool{}}
	members := b.membersIn(pole, from, to)
	for _, c := range b.contracts {
		first, _ := slices.BinarySearchFunc(c.days, from, func(m movement, day string) int { return cmp.Compare(m.day, day) })
		for _, m := range c.days[first:] {
			if m.day >= to {
				break
			}
			if !slices.ContainsFunc(m.parties, func(p row) bool { return members[p["organisation_id"]] }) {
				continue
			}
			amount := m.euros
			if whole {
				amount = m.agreed
			}
			s.contracts[c.id] = true
			if amount == nil {
				s.silent[c.id] = true
			}
			s.share(c.id, amount, m.parties)
		}
	}
	return s
}

// share gives each payer an equal part to pay, and each payee an equal part of it;
// nobody pays himself.
func (s statement) share(contract string, amount *big.Rat, parties []row) {
	var payers, payees []string
	for _, p := range parties {
		switch p["role"] {
		case "BUYER", "FUNDER", "LENDER", "LESSEE", "SHAREHOLDER":
			payers = append(payers, p["organisation_id"])
		case "SUPPLIER", "CO_SUPPLIER", "SUBCONTRACTOR", "BENEFICIARY", "BORROWER", "LESSOR", "ISSUER":
			payees = append(payees, p["organisation_id"])
		}
	}
	if len(payers)+len(payees) == 0 {
		return
	}
	if len(payers) == 0 {
		payers = []string{""} // somebody
	}
	if len(payees) == 0 {
		payees = []string{""}
	}
	for _, from := range payers {
		for _, to := range payees {
			key := transfer{contract, from, to}
			switch {
			case from == to:
			case amount == nil:
				s.unknown[key] = true
			default:
				part := new(big.Rat).Quo(amount, new(big.Rat).SetInt64(int64(len(payers)*len(payees))))
				if s.paid[key] == nil {
					s.paid[key] = new(big.Rat)
				}
				s.paid[key].Add(s.paid[key], part)
			}
		}
	}
}
